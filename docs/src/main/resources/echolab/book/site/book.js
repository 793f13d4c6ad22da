"use strict";

// Light, dark, or what the system says: a click goes on to the next, first to what the system does not say.
const root = document.documentElement;
const theme = document.getElementById("theme");
function showTheme() {
  theme.setAttribute("aria-label", "Theme: " + (root.dataset.theme || "as the system"));
  theme.title = theme.getAttribute("aria-label");
}
theme.addEventListener("click", () => {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const other = system === "dark" ? "light" : "dark";
  const next = { [other]: system, [system]: "" }[root.dataset.theme || ""] ?? other;
  if (next) root.dataset.theme = next; else delete root.dataset.theme;
  try {
    if (next) localStorage.setItem("theme", next); else localStorage.removeItem("theme");
  } catch (e) { /* chosen for this page only */ }
  showTheme();
});
showTheme();

// The table of contents on a narrow screen.
const menu = document.getElementById("menu");
function showContents(shown) {
  document.body.classList.toggle("contents-shown", shown);
  menu.setAttribute("aria-expanded", String(shown));
}
menu.addEventListener("click", () => showContents(!document.body.classList.contains("contents-shown")));
document.addEventListener("click", (event) => {
  if (event.target.closest("#contents a") || !event.target.closest("#contents, #menu")) showContents(false);
});

// Which section is read: the last whose heading has gone by.
const sections = [...document.querySelectorAll("#contents ol ol a")]
  .map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))])
  .filter(([, heading]) => heading);
function markSection() {
  const past = sections.filter(([, heading]) => heading.getBoundingClientRect().top < innerHeight / 3);
  sections.forEach(([link]) => link.removeAttribute("aria-current"));
  if (past.length) past.at(-1)[0].setAttribute("aria-current", "location");
}
addEventListener("scroll", () => requestAnimationFrame(markSection), { passive: true });
markSection();

// The keyboard stops at what is wider than its place, and nowhere else.
function stopWhereItScrolls() {
  document.querySelectorAll(".scrolls, pre").forEach((wide) => {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0; else wide.removeAttribute("tabindex");
  });
}
addEventListener("resize", stopWhereItScrolls);
document.addEventListener("toggle", stopWhereItScrolls, true);
stopWhereItScrolls();

// Copying code without its callouts, and commands without their prompt and output.
function codeOf(pre) {
  const copy = pre.cloneNode(true);
  copy.querySelectorAll(".conum").forEach((number) => number.remove());
  const lines = copy.textContent.split("\n");
  return pre.closest(".run")
    ? lines.filter((line) => line.startsWith("$ ")).map((line) => line.slice(2)).join("\n")
    : lines.map((line) => line.replace(/\s*(\/\/)?\s*$/, "")).join("\n").trimEnd();
}
document.querySelectorAll(".listingblock > .content").forEach((content) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(codeOf(content.querySelector("pre")));
      button.textContent = "Copied";
    } catch (e) {
      button.textContent = "Select and copy by hand";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  content.append(button);
});

// Search: a section is found when it has all words; where a title has them comes first. A word of letters alone is looked for
// by its stem, where a word begins: "pinning" finds "pinned", and "channel" finds SocketChannel. All else is looked for as it is.
const finder = document.getElementById("finder");
const query = document.getElementById("query");
const found = document.getElementById("found");

function openFinder() {
  if (!window.searchIndex && !document.getElementById("index-script")) {
    const script = document.createElement("script");
    script.id = "index-script";
    script.src = "search-index.js";
    script.onload = find;
    document.head.append(script);
  }
  finder.showModal();
  query.select();
}

function pattern(word) {
  const letters = /^[a-z]+$/.test(word);
  const cut = word.replace(/(?:ing|ed|es|(?<!s)s|e)$/, "").replace(/([^aeiouls])\1$/, "$1");
  const wanted = letters && cut.length > 2 ? cut : word;
  const anyCase = [...wanted]
    .map((c) => (/[a-z]/.test(c) ? `[${c}${c.toUpperCase()}]` : c.replace(/[.*+?^${}()|[\]\\\/]/, "\\$&")))
    .join("");
  return letters ? `(?<![A-Za-z])${anyCase}[A-Za-z]*|${wanted[0].toUpperCase()}${wanted.slice(1)}[a-z]*` : anyCase;
}

function score([, page, title, text], patterns) {
  let sum = 0;
  for (const pattern of patterns) {
    const times = (where) => (where.match(new RegExp(pattern, "g")) || []).length;
    const seen = 20 * times(title) + 5 * times(page) + Math.min(times(text), 8);
    if (!seen) return 0;
    sum += seen;
  }
  return sum;
}

function excerpt(text, patterns) {
  const at = Math.max(0, text.search(new RegExp(patterns[0])));
  const from = at < 60 ? 0 : text.indexOf(" ", at - 60) + 1;
  const shown = text.slice(from, from + 180);
  const part = document.createElement("p");
  part.append(from ? "… " : "");
  let end = 0;
  for (const hit of shown.matchAll(new RegExp(patterns.join("|"), "g"))) {
    part.append(shown.slice(end, hit.index), Object.assign(document.createElement("mark"), { textContent: hit[0] }));
    end = hit.index + hit[0].length;
  }
  part.append(shown.slice(end) + " …");
  return part;
}

function find() {
  const patterns = query.value.toLowerCase().replace(/[’‘]/g, "'").split(/\s+/).filter((word) => word).map(pattern);
  found.replaceChildren();
  if (!patterns.length || !window.searchIndex) return;
  const hits = window.searchIndex
    .map((entry) => [score(entry, patterns), entry])
    .filter(([sum]) => sum > 0)
    .sort((a, b) => b[0] - a[0])
    .slice(0, 20);
  for (const [, [address, page, title, text]] of hits) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = page === title ? page : page + " › " + title;
    link.addEventListener("click", () => finder.close());
    item.append(link, excerpt(text, patterns));
    found.append(item);
  }
  if (!hits.length) found.append(Object.assign(document.createElement("li"), { textContent: "Nothing has all of these words." }));
}

finder.addEventListener("keydown", (event) => {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!way) return;
  event.preventDefault();
  const stops = [query, ...found.querySelectorAll("a")];
  stops[Math.min(Math.max(stops.indexOf(document.activeElement) + way, 0), stops.length - 1)].focus();
});

document.getElementById("search").addEventListener("click", openFinder);
query.addEventListener("input", find);
// Enter in the field goes to the first hit, and does not close the dialog.
finder.querySelector("form").addEventListener("submit", (event) => {
  const first = found.querySelector("a");
  if (event.submitter === null || document.activeElement === query) {
    event.preventDefault();
    if (first) first.click();
  }
});
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    openFinder();
  } else if (event.key === "Escape") {
    showContents(false);
  } else if (!typing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !finder.open) {
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const inCode = document.activeElement.closest("pre, .scrolls");
    const link = way && !inCode && document.querySelector(`.steps a[rel=${way}]`);
    if (link) link.click();
  }
});
