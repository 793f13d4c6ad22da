/// The rules for the text of chapters, each a sentence with file and line. For the build, before there is a book.
package echolab.book.check;
