/// Pictures of the book: boxes, arrows and bands written as text, drawn with `echolab.svg`. For `echolab.book.macro` alone.
package echolab.book.picture;
