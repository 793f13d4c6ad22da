/// The commands of a participant and of a teacher. Only `echolab.cli` uses it; it uses the workshop.
package echolab.cli.workshop;
