/// A server, line by line. [echolab.walk.WalkRecorder] runs a step under a debugger while the clients of a [echolab.walk.Scene] talk to it;
/// [echolab.walk.WalkPage] plays the [echolab.walk.Recording] in a browser, forwards and backwards. Nothing on the page is simulated.
///
/// The step is not changed for it, and not told: what it does is what it always does, only slower.
package echolab.walk;
