/// The one room where SVG is drawn: [echolab.svg.Svg] has the shapes, [echolab.svg.Ink] the colours. Charts of results, traces of
/// system calls and the pictures of the book are drawn with both and with nothing else, so that a colour means the same in
/// all three and a dark page has to know one set of rules.
///
/// A colour is a plain hex attribute, which every renderer of the web and of print understands, and a class by which
/// [echolab.svg.Ink#css()] gives another in the dark. XChart and JFreeChart were tried for the charts: their SVG is ten to a hundred
/// times larger, and black in the dark.
package echolab.svg;
