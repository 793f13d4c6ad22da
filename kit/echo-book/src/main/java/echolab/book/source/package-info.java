/// Code that a chapter shows, found by name and tag, and what git knows of its life. Knows nothing of Asciidoctor.
package echolab.book.source;
