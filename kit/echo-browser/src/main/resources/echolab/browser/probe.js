// What does a reader see? Run in the page that is looked at; each question answers with a list of sentences.
window.echolabProbe = (() => {
  // Any colour that CSS can write, painted on one pixel and read back: [r, g, b, alpha], 0 to 255 and 0 to 1.
  const pixel = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();
  function rgba(css) {
    if (!known.has(css)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = css;
      pixel.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
      known.set(css, [r, g, b, a / 255]);
    }
    return known.get(css);
  }

  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const fade = ([r, g, b, a], opacity) => [r, g, b, a * opacity];
  const hex = colour => '#' + colour.slice(0, 3).map(v => Math.round(v).toString(16).padStart(2, '0')).join('');

  // Relative luminance and contrast as WCAG 2.2 defines them.
  function luminance(colour) {
    const [r, g, b] = colour.map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  const ancestors = element => (element ? [element, ...ancestors(element.parentElement)] : []);
  const opacity = element => ancestors(element).reduce((all, one) => all * getComputedStyle(one).opacity, 1);

  // What lies beneath a text: the backgrounds of the boxes it stands in, then the shapes that were drawn before it.
  function ground(element, x, y) {
    const page = matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(document.documentElement).colorScheme.includes('dark') ? [18, 18, 18, 1] : [255, 255, 255, 1];
    const boxes = ancestors(element).map(box => rgba(getComputedStyle(box).backgroundColor)).reverse();
    return [...boxes, ...shapes(element, x, y)].reduce((below, above) => over(above, below), page);
  }
  function shapes(element, x, y) {
    const picture = ancestors(element).filter(one => one.localName === 'svg').at(-1);
    if (!picture) return [];
    return [...picture.querySelectorAll('rect, circle, ellipse, polygon, path')]
      .filter(shape => shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      .filter(shape => !shape.closest('defs, clipPath, mask, pattern') && shape.checkVisibility())
      .filter(shape => /^(rgb|#|color)/.test(getComputedStyle(shape).fill))
      .filter(shape => shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse())))
      .map(shape => fade(rgba(getComputedStyle(shape).fill), getComputedStyle(shape).fillOpacity * opacity(shape)));
  }

  // Every text that has room on the page, with the box of its first line.
  function texts() {
    const found = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim();
      const element = walker.currentNode.parentElement;
      if (!text || !element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest('script, style, title, desc, defs')) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getClientRects()[0];
      if (box && box.width > 1 && box.height > 1) found.push({ text, element, box });
    }
    return found;
  }

  const isDrawn = element => element instanceof SVGElement;

  function textsBelowContrast(least) {
    return texts().flatMap(({ text, element, box }) => {
      const style = getComputedStyle(element);
      const below = ground(element, box.x + box.width / 2, box.y + box.height / 2);
      const ink = fade(rgba(isDrawn(element) ? style.fill : style.color), opacity(element) * (isDrawn(element) ? style.fillOpacity : 1));
      const seen = over(ink, below);
      const ratio = contrast(seen, below);
      return ratio >= least ? [] : [`"${text.slice(0, 40)}" has a contrast of ${ratio.toFixed(2)}: ${hex(seen)} on ${hex(below)}`];
    });
  }

  // An element that scrolls or clips what it holds is trusted with it.
  function elementsTooWide() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const holds = element => getComputedStyle(element).overflowX !== 'visible';
    return [`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`,
      ...[...document.body.querySelectorAll('*')]
        .filter(element => element.getBoundingClientRect().right > width + 0.5)
        .filter(element => !ancestors(element.parentElement).filter(one => one !== document.body && one !== document.documentElement).some(holds))
        .map(element => `${name(element)} ends at ${Math.round(element.getBoundingClientRect().right)} px`)];
  }
  const name = element => `<${element.localName}${element.id ? ` id="${element.id}"` : ''}${element.getAttribute('class') ? ` class="${element.getAttribute('class')}"` : ''}>`;

  // Letters may touch; more than two pixels of overlap, both ways, is a smudge.
  const SMUDGE = 2;
  function crowdedTexts() {
    return [...document.querySelectorAll('svg')].flatMap(picture => {
      const frame = picture.getBoundingClientRect();
      const drawn = [...picture.querySelectorAll('text')].filter(text => text.textContent.trim()).map(text => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }));
      const cut = drawn.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - SMUDGE || box.bottom > frame.bottom + SMUDGE)
        .map(({ words }) => `"${words}" is cut off at the edge of its picture`);
      const smudged = drawn.flatMap((one, i) => drawn.slice(i + 1)
        .filter(other => Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > SMUDGE
          && Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > SMUDGE)
        .map(other => `"${one.words}" and "${other.words}" overlap`));
      return [...cut, ...smudged];
    });
  }

  function picturesWithoutSize() {
    const empty = element => element.getBoundingClientRect().width < 1 || element.getBoundingClientRect().height < 1;
    return [...document.querySelectorAll('img, svg, object')]
      .filter(element => element.checkVisibility() && !element.parentElement?.closest('svg'))
      .filter(element => empty(element) || (element.localName === 'img' && !(element.complete && element.naturalWidth)))
      .map(element => `${name(element)} shows nothing: ${element.getAttribute('src') ?? ''}`);
  }

  return { textsBelowContrast, elementsTooWide, crowdedTexts, picturesWithoutSize };
})();
