/// The peer that runs in a JVM: an echo server on Netty. Nobody calls it, since it is started as a program; it uses
/// Netty alone.
package echolab.peers.netty;
