/// Makes the book of the pages that Asciidoctor rendered: frame, cover, search, dead links. For the build alone.
package echolab.book.site;
