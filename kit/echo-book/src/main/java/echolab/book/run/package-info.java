/// Commands that a chapter shows: where they stand in it, a shell that types them, and what they printed when they were captured.
/// For the macros, for `lab book --capture` and for the test that types each chapter.
package echolab.book.run;
