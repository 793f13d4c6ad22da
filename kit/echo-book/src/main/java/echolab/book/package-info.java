/// What is the book's own in all of its parts: the list of chapters, and the exception that a writer reads.
package echolab.book;
