/// The peer that runs in a JVM as a verticle: an echo server on Vert.x. Nobody calls it, since it is started as a program;
/// it uses Vert.x alone.
package echolab.peers.vertx;
