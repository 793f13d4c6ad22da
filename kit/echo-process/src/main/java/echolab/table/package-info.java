/// What is compared, in rows and columns, before anybody has said how it looks, and the writer of it that a terminal
/// needs. All of the kit may use it; page and book have a writer each where they are made. It uses `echolab.process`
/// for digits.
package echolab.table;
