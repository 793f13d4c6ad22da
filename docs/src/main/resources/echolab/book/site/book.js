"use strict";

// Light or dark: what the reader chose, else what the system says.
const root = document.documentElement;
document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch (e) { /* chosen for this page only */ }
});

// The table of contents on a narrow screen.
const menu = document.getElementById("menu");
function showContents(shown) {
  document.body.classList.toggle("contents-shown", shown);
  menu.setAttribute("aria-expanded", String(shown));
}
menu.addEventListener("click", () => showContents(!document.body.classList.contains("contents-shown")));
document.querySelectorAll("#contents a").forEach((link) => link.addEventListener("click", () => showContents(false)));

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

// Search: a section is found when it has all words; where a title has them comes first.
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

function score(entry, words) {
  const [, page, title, text] = entry;
  const head = (page + " " + title).toLowerCase();
  const body = text.toLowerCase();
  let sum = 0;
  for (const word of words) {
    const inBody = body.split(word).length - 1;
    if (!head.includes(word) && !inBody) return 0;
    sum += (title.toLowerCase().includes(word) ? 20 : 0) + (head.includes(word) ? 5 : 0) + Math.min(inBody, 8);
  }
  return sum;
}

function excerpt(text, word) {
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = Math.max(0, at - 50);
  const part = document.createElement("p");
  const hit = document.createElement("mark");
  hit.textContent = text.slice(at, at + word.length);
  part.append((from ? "… " : "") + text.slice(from, at), hit, text.slice(at + word.length, at + 110) + " …");
  return part;
}

function find() {
  const words = query.value.toLowerCase().split(/\s+/).filter((word) => word);
  found.replaceChildren();
  if (!words.length || !window.searchIndex) return;
  const hits = window.searchIndex
    .map((entry) => [score(entry, words), entry])
    .filter(([sum]) => sum > 0)
    .sort((a, b) => b[0] - a[0])
    .slice(0, 20);
  for (const [, [address, page, title, text]] of hits) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = page === title ? page : page + " › " + title;
    link.addEventListener("click", () => finder.close());
    item.append(link, excerpt(text, words[0]));
    found.append(item);
  }
  if (!hits.length) found.append(Object.assign(document.createElement("li"), { textContent: "Nothing has all of these words." }));
}

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
  } else if (!typing && !event.altKey && !event.ctrlKey && !event.metaKey && !finder.open) {
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const inCode = document.activeElement.closest("pre, .scrolls");
    const link = way && !inCode && document.querySelector(`.steps a[rel=${way}]`);
    if (link) link.click();
  }
});
