/// The system calls of a server, as a timeline and counted. The command line uses it; it uses `echolab.process` and the
/// kit's SVG writer.
package echolab.trace;
