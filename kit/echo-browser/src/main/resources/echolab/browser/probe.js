// What would a reader trip over? Run in the page that is looked at; answers with sentences: those of axe-core, then what it does not see.
const answer = arguments[arguments.length - 1];
const { Color, flattenColors, getContrast } = axe.commons.color;
const ancestors = element => (element ? [element, ...ancestors(element.parentElement)] : []);
const boxOf = element => element.getBoundingClientRect();
const isDrawn = element => element instanceof SVGElement;
const name = element => element.cloneNode(false).outerHTML.replace(/><.*/s, '>');

const said = ({ id, nodes, helpUrl }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.replace(/\s+/g, ' ')} (${helpUrl})`);

function colour(css, opacity = 1) {
  const parsed = new Color();
  parsed.parseString(css);
  parsed.alpha *= opacity;
  return parsed;
}
const opacity = element => ancestors(element).reduce((all, one) => all * getComputedStyle(one).opacity, 1);
const fill = element => colour(getComputedStyle(element).fill, getComputedStyle(element).fillOpacity * opacity(element));
const ink = text => (isDrawn(text) ? fill(text) : colour(getComputedStyle(text).color, opacity(text)));

// The shapes of a picture, found once: there may be hundreds of them, and of texts.
const found = new Map();
function shapesOf(picture) {
  if (!picture) return [];
  if (!found.has(picture)) {
    found.set(picture, [...picture.querySelectorAll('rect, circle, ellipse, polygon, path')]
      .filter(shape => !shape.closest('defs, clipPath, mask, pattern') && shape.checkVisibility())
      .filter(shape => /^(rgb|color)/.test(getComputedStyle(shape).fill))
      .map(shape => ({ shape, box: boxOf(shape), inverse: shape.getScreenCTM().inverse() })));
  }
  return found.get(picture);
}
// What lies beneath a text: the backgrounds of the boxes it stands in, then the shapes of its picture that were drawn before it.
function ground(text) {
  const middle = new DOMPoint(boxOf(text).x + boxOf(text).width / 2, boxOf(text).y + boxOf(text).height / 2);
  const shapes = shapesOf(text.closest('svg'))
    .filter(({ box }) => box.left <= middle.x && middle.x <= box.right && box.top <= middle.y && middle.y <= box.bottom)
    .filter(({ shape, inverse }) => shape.isPointInFill(middle.matrixTransform(inverse)))
    .map(({ shape }) => shape)
    .filter(shape => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
  const boxes = ancestors(text).reverse().map(box => colour(getComputedStyle(box).backgroundColor));
  return [...boxes, ...shapes.map(fill)].reduce((below, above) => flattenColors(above, below), new Color(255, 255, 255));
}
function pale(text) {
  const below = ground(text);
  const seen = flattenColors(ink(text), below);
  const contrast = getContrast(below, seen);
  return contrast >= 4.5 ? [] : [`"${text.textContent.trim().slice(0, 40)}" has a contrast of ${contrast.toFixed(2)}: ${seen.toHexString()} on ${below.toHexString()}`];
}

// Letters may touch; more than two pixels of overlap, both ways, is a smudge.
const SMUDGE = 2;
const overlap = (one, other, low, high) => Math.min(one[high], other[high]) - Math.max(one[low], other[low]) > SMUDGE;
function crowded(picture, texts) {
  const within = (box, frame) => box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - SMUDGE && box.bottom <= frame.bottom + SMUDGE;
  const boxes = texts.map(boxOf);
  const cut = texts.filter((_, i) => !within(boxes[i], boxOf(picture)));
  const smudged = texts.flatMap((one, i) => texts.slice(i + 1)
    .filter((_, j) => overlap(boxes[i], boxes[i + 1 + j], 'left', 'right') && overlap(boxes[i], boxes[i + 1 + j], 'top', 'bottom'))
    .map(other => [one, other]));
  return [...cut.map(text => `"${text.textContent.trim()}" is cut off at the edge of its picture`),
    ...smudged.map(([one, other]) => `"${one.textContent.trim()}" and "${other.textContent.trim()}" overlap`)];
}
const textsOf = picture => [...picture.querySelectorAll('text')].filter(text => text.textContent.trim() && text.checkVisibility());

const empty = picture => picture.checkVisibility() && (boxOf(picture).width < 1 || boxOf(picture).height < 1 || picture.naturalWidth === 0);

// What a page scrolls sideways for. An element that scrolls or clips what it holds is trusted with it.
function tooWide({ scrollWidth, clientWidth }) {
  if (scrollWidth <= clientWidth) return [];
  const end = element => Math.round(boxOf(element).right);
  const held = element => ancestors(element.parentElement).slice(0, -2).some(one => getComputedStyle(one).overflowX !== 'visible');
  return [`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`,
    ...[...document.body.querySelectorAll('*')].filter(element => end(element) > clientWidth && !held(element))
      .map(element => `${name(element)} ends at ${end(element)} px`)];
}

// Axe thinks long about what lies beneath a text, and a page of code has thousands of words in a dozen styles: it is asked for one word of each
// kind. Two are of a kind when they and all that they stand in look alike, and nothing of it is placed apart from what stands around it.
const LOOK = ['color', 'fontSize', 'fontWeight', 'opacity', 'backgroundColor', 'backgroundImage', 'filter', 'display', 'textShadow'];
const kinds = new Map();
function kindOf(element) {
  if (!element) return '';
  if (!kinds.has(element)) {
    const style = getComputedStyle(element);
    const place = /static|relative/.test(style.position) ? '' : kinds.size;
    kinds.set(element, [kindOf(element.parentElement), element.tagName, place, ...LOOK.map(name => style[name])].join());
  }
  return kinds.get(element);
}
const speaks = element => !isDrawn(element) && [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
const spoken = [...document.body.querySelectorAll('*')].filter(element => speaks(element) && element.checkVisibility());
const judged = [...new Map(spoken.reverse().map(element => [kindOf(element), element])).values()];
judged.forEach(element => element.toggleAttribute('data-judged', true));

// Axe leaves the contrast of drawn texts undecided after long thought, so it isn't asked; and of texts that are short, on a gradient or
// scrolled out of sight. It would fetch style sheets again (preload), which no page in a file may do.
axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-judged]' }] });
axe.run({ preload: false, elementRef: true, resultTypes: ['violations', 'incomplete'] }).then(({ violations, incomplete }) => {
  judged.forEach(element => element.removeAttribute('data-judged'));
  const pictures = [...document.querySelectorAll('svg')];
  const undecided = incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes.map(({ element }) => element));
  answer([...violations.flatMap(said), ...undecided.flatMap(pale), ...pictures.flatMap(textsOf).flatMap(pale),
    ...pictures.flatMap(picture => crowded(picture, textsOf(picture))), ...tooWide(document.documentElement),
    ...[...document.querySelectorAll('img, svg, object')].filter(empty).map(picture => `${name(picture)} shows nothing`)]);
}, why => answer([`axe-core failed: ${why}`]));
