/// What does a result look like? [Charts] draws each kind of chart from a result and from nothing else, as an SVG that a
/// page holds as it is: plain hex colours as attributes, which every renderer of the web and of print understands, and a
/// class by which a page's CSS ([Ink#css()]) gives other colours in the dark.
///
/// A chart is 420 units wide and its letters 13 high, so that it can be read on a phone as it is and stand beside
/// another on a desk. XChart and JFreeChart were tried: their SVG is ten to a hundred times larger and black in the dark.
package echolab.bench.chart;
