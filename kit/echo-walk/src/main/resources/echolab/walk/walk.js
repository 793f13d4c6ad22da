// Plays a recording: every step is there before it is asked for, so that back is as quick as forwards.
'use strict';
const recording = JSON.parse(document.getElementById('recording').textContent);
const { steps, frames, threads, files } = recording;
const names = Object.keys(files);
const byId = id => document.getElementById(id);
const QUEUES = ['on their way to the server', 'waiting at the server', 'on their way back', 'waiting at the client'];

// ---- what is known at each step ----
const states = [];
{
  let values = {}, queues = {}, said = -1, last = threads.map(() => -1);
  steps.forEach((step, i) => {
    if (step.values) values = { ...values, ...step.values };
    if (step.queues) queues = { ...queues, ...step.queues };
    if (step.thread >= 0) last = last.with(step.thread, i);
    states.push({ values, queues, last, said });
    if (step.words || step.question?.length) said = i;
  });
}

function stack(frame) {
  const chain = [];
  for (let at = frame; at >= 0; at = frames[at].caller) chain.push(frames[at]);
  return chain;
}

const depths = steps.map(step => step.thread < 0 ? 0 : stack(step.frame).length);

// ---- small builders ----
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function list(parent, children) {
  parent.replaceChildren(...children);
  return parent;
}

// ---- the code ----
const PARTS = /(\/\/.*$)|("(?:[^"\\]|\\.)*")|\b(abstract|break|case|catch|class|continue|default|else|extends|final|finally|for|if|implements|import|instanceof|int|boolean|long|byte|new|null|package|private|protected|public|record|return|sealed|static|super|switch|this|throw|throws|true|false|try|var|void|volatile|while|yield)\b/g;

function coloured(line) {
  const parts = [];
  let from = 0;
  for (const found of line.matchAll(PARTS)) {
    parts.push(line.slice(from, found.index), element('span', found[0], found[1] ? 'c' : found[2] ? 's' : 'k'));
    from = found.index + found[0].length;
  }
  parts.push(line.slice(from));
  return parts;
}

let shownFile = -1;

function showFile(file) {
  if (file === shownFile) return;
  shownFile = file;
  byId('file').textContent = names[file];
  const lines = [];
  let before = 0;
  for (const [number, text] of Object.entries(files[names[file]])) {
    if (before && Number(number) > before + 1) lines.push(element('li', '', 'gap'));
    before = Number(number);
    const line = element('li');
    line.dataset.line = number;
    line.append(element('i', number), ...coloured(text));
    lines.push(line);
  }
  list(byId('lines'), lines);
}

function showLine(frame) {
  showFile(frame.file);
  const callers = stack(frames.indexOf(frame)).slice(1).filter(one => one.file === frame.file).map(one => String(one.line));
  for (const line of byId('lines').children) {
    line.classList.toggle('below', callers.includes(line.dataset.line));
    if (line.dataset.line === String(frame.line)) {
      line.setAttribute('aria-current', 'step');
      const code = byId('code');
      const top = line.offsetTop - code.scrollTop;
      if (top < 40 || top > code.clientHeight - 60) {
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
        code.scrollTo({ top: line.offsetTop - code.clientHeight / 2, behavior: calm ? 'instant' : 'smooth' });
      }
    } else {
      line.removeAttribute('aria-current');
    }
  }
}

// ---- threads, values, sockets ----
function showThreads(i) {
  const { last } = states[i];
  const known = threads.map((name, number) => ({ name, number, at: last[number] })).filter(({ at }) => at >= 0);
  list(byId('threads'), known.map(({ name, number, at }) => {
    const runs = steps[i].thread === number;
    const item = element('li', undefined, runs ? 'runs' : '');
    item.append(element('strong', name), ' ');
    const calls = at < i || runs ? steps[at].calls ?? [] : [];
    item.append(element('span', runs ? 'runs' : calls.length ? 'waits, or is about to go on' : 'stands here', 'state'));
    const chain = stack(steps[at].frame);
    item.append(list(element('ol', undefined, 'frames'), chain.map(frame => element('li', `${frame.method}:${frame.line}`))));
    if (runs && calls.length) item.append(element('span', `this line calls ${calls.join(', ')}`, 'state'));
    return item;
  }));
}

function showValues(i) {
  const rows = Object.entries(states[i].values).map(([name, value]) => {
    const row = element('tr', undefined, steps[i].values?.[name] !== undefined ? 'new' : '');
    const head = element('th', name);
    head.scope = 'row';
    row.append(head, element('td', value));
    return row;
  });
  byId('values').closest('div').hidden = rows.length === 0;
  list(byId('values'), rows);
}

const most = Math.max(1, ...states.flatMap(({ queues }) => Object.entries(queues)
  .filter(([name]) => name !== 'backlog').flatMap(([, value]) => value.split(' ').map(Number))));

function showQueues(i) {
  const { queues } = states[i];
  const clients = Object.keys(queues).filter(name => name !== 'backlog');
  list(byId('queues'), clients.map(client => {
    const row = element('tr');
    const head = element('th', client);
    head.scope = 'row';
    row.append(head);
    queues[client].split(' ').map(Number).forEach((bytes, place) => {
      const before = i > 0 ? states[i - 1].queues[client]?.split(' ')[place] : undefined;
      const cell = element('td', bytes.toLocaleString('en'), before !== undefined && Number(before) !== bytes ? 'new' : '');
      if (bytes > 0) {
        const bar = element('span', undefined, 'bar');
        bar.style.width = `${Math.max(6, 100 * bytes / most)}%`;
        cell.append(bar);
      }
      row.append(cell);
    });
    return row;
  }));
  byId('kernel').hidden = clients.length === 0;
  byId('backlog').textContent = `Clients in the backlog: ${queues.backlog ?? 0}`;
}

function showWords(i) {
  const step = steps[i];
  const said = [];
  if (step.client) said.push(element('p', `${step.client}. ${step.words ? '' : 'All threads of the server sleep meanwhile.'}`));
  if (step.words) said.push(element('p', step.words));
  if (step.question?.length) {
    const answer = element('p', step.question[1]);
    answer.hidden = true;
    const button = element('button', 'Show the answer');
    button.id = 'answer';
    button.addEventListener('click', () => { answer.hidden = false; button.remove(); });
    said.push(element('p', step.question[0]), button, answer);
  }
  if (i === steps.length - 1 && recording.ending) said.push(element('p', recording.ending, 'ending'));
  if (!said.length) {
    said.push(element('p', `Next: ${described(i)}.`));
    const before = states[i].said;
    if (before >= 0) said.push(element('p', `Said at step ${before + 1}: ${steps[before].words || steps[before].question[0]}`, 'before'));
  }
  list(byId('words'), said);
}

// ---- where we are ----
let now = -1;

function show(i, remember = true) {
  const at = Math.min(Math.max(i, 0), steps.length - 1);
  if (at === now) return;
  now = at;
  const step = steps[at];
  const seen = step.thread >= 0 ? at : Math.max(...states[at].last);
  if (seen >= 0) showLine(frames[steps[seen].frame]);
  else if (frames.length) showFile(frames[0].file);
  document.body.classList.toggle('client', step.thread < 0);
  showThreads(at);
  showValues(at);
  showQueues(at);
  showWords(at);
  byId('scrubber').value = at;
  byId('scrubber').setAttribute('aria-valuetext', `step ${at + 1} of ${steps.length}: ${described(at)}`);
  byId('at').textContent = `${at + 1} of ${steps.length}`;
  for (const button of document.querySelectorAll('[data-go]')) button.disabled = target(button.dataset.go) === undefined;
  if (remember) history.replaceState(null, '', `#step=${at + 1}`);
}

function described(i) {
  const step = steps[i];
  return step.thread < 0 ? step.client : `${threads[step.thread]}, ${frames[step.frame].method} line ${frames[step.frame].line}`;
}

function find(direction, wanted) {
  for (let i = now + direction; i >= 0 && i < steps.length; i += direction) if (wanted(i)) return i;
  return undefined;
}

const calls = (i, name) => steps[i].calls?.some(call => !name || call === name);
const moves = {
  step: () => true,
  over: i => steps[i].thread < 0 || steps[now].thread < 0 || (steps[i].thread === steps[now].thread && depths[i] <= depths[now]),
  turn: i => steps[i].thread < 0 || calls(i, 'epoll_wait'),
  call: i => calls(i),
  words: i => Boolean(steps[i].words || steps[i].question?.length),
  question: i => Boolean(steps[i].question?.length),
};

/** The step that `over` or `-over` leads to. */
function target(move) {
  const back = move.startsWith('-');
  return find(back ? -1 : 1, moves[back ? move.slice(1) : move]);
}

function go(move) {
  const to = target(move);
  if (to !== undefined) show(to);
}

const KEYS = { ArrowRight: 'step', ArrowLeft: '-step', ArrowDown: 'over', ArrowUp: '-over', t: 'turn', T: '-turn', c: 'call', C: '-call', w: 'words', W: '-words', q: 'question', Q: '-question' };

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target === byId('scrubber') && event.key.startsWith('Arrow')) return;
  if (event.target === byId('code') && /^Arrow(Up|Down)$/.test(event.key)) return;
  if (event.key === 'Home') show(0);
  else if (event.key === 'End') show(steps.length - 1);
  else if (event.key === 'p') larger();
  else if (event.key === 'f') fullScreen();
  else if (event.key === 'a') byId('answer')?.click();
  else if (KEYS[event.key]) go(KEYS[event.key]);
  else return;
  event.preventDefault();
}

function larger() {
  document.documentElement.classList.toggle('presenter');
  window.dispatchEvent(new Event('resize'));
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function fromLink() {
  const step = /step=(\d+)/.exec(location.hash);
  show(step ? Number(step[1]) - 1 : 0, Boolean(step));
}

byId('scrubber').max = steps.length - 1;
byId('scrubber').addEventListener('input', event => show(Number(event.target.value)));
for (const button of document.querySelectorAll('[data-go]')) button.addEventListener('click', () => go(button.dataset.go));
byId('presenter').addEventListener('click', larger);
byId('full').addEventListener('click', fullScreen);
document.addEventListener('keydown', pressed);
window.addEventListener('hashchange', fromLink);
window.addEventListener('resize', () => {
  const line = document.querySelector('#lines [aria-current]');
  if (line) byId('code').scrollTop = line.offsetTop - byId('code').clientHeight / 2;
});
fromLink();
