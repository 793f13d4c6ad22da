// exercise: 4.1
// expect: rejected
// note: a virtual thread, and waits for its end
var connection = new Connection(socket, options);
var thread = Thread.ofVirtual().start(() -> serve(connection));
try {
    thread.join();
} catch (InterruptedException _) {
    Thread.currentThread().interrupt();
}
