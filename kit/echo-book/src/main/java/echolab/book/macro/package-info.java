/// What a chapter may say that AsciiDoc does not know: code by tag, captured commands, figures, charts, pictures. Found by Asciidoctor
/// through `META-INF/services`; nobody else uses it.
package echolab.book.macro;
