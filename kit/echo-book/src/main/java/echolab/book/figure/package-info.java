/// Results as chapters name them: a file of `docs/results`, a figure in it, and whether the code has changed since.
package echolab.book.figure;
