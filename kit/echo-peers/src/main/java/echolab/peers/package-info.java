/// The other systems that the steps are compared with: whether they can be built here, how, and how they are started.
/// The command line uses it; it uses `echolab.process`.
package echolab.peers;
