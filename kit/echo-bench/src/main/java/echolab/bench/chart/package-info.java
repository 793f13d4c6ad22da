/// Results as charts: [Charts] and [PlotLines] draw each kind from a result and from nothing else, as an SVG that a page holds as it is.
///
/// A chart is 420 units wide and its letters 13 high, so that it can be read on a phone as it is and stand beside
/// another on a desk.
package echolab.bench.chart;
