// exercise: 2.8
// expect: solved
// note: a channel that does not block, and a deadline
var message = java.nio.ByteBuffer.allocate(40_000);
new Random(7).nextBytes(message.array());
try (var channel = java.nio.channels.SocketChannel.open(server)) {
    while (message.hasRemaining()) {
        channel.write(message);
    }
    channel.shutdownOutput();
    channel.configureBlocking(false);
    var answer = java.nio.ByteBuffer.allocate(message.capacity() + 1);
    var deadline = System.nanoTime() + 4_000_000_000L;
    while (channel.read(answer) >= 0) {
        if (System.nanoTime() > deadline) {
            throw new AssertionError("no end after 4 s");
        }
        Thread.onSpinWait();
    }
    if (!answer.flip().equals(message.flip())) {
        throw new AssertionError("something else came back");
    }
}
