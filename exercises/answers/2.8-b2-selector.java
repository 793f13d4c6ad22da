// exercise: 2.8
// expect: solved
// note: a client with a selector, and one deadline for all
var sent = java.nio.ByteBuffer.allocate(40_000);
new Random(3).nextBytes(sent.array());
var back = java.nio.ByteBuffer.allocate(sent.capacity() + 1);
long deadline = System.nanoTime() + 4_500_000_000L;
try (var selector = java.nio.channels.Selector.open();
        var channel = java.nio.channels.SocketChannel.open(server)) {
    channel.configureBlocking(false);
    var key = channel.register(selector, java.nio.channels.SelectionKey.OP_WRITE);
    while (true) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new IOException("time is over, " + back.position() + " bytes are back");
        }
        selector.select(left);
        selector.selectedKeys().clear();
        if (sent.hasRemaining()) {
            channel.write(sent);
            if (!sent.hasRemaining()) {
                channel.shutdownOutput();
                key.interestOps(java.nio.channels.SelectionKey.OP_READ);
            }
        } else {
            int n = channel.read(back);
            if (n < 0) {
                break;
            }
            if (!back.hasRemaining()) {
                throw new IOException("too much is back");
            }
        }
    }
}
if (!back.flip().equals(sent.flip())) {
    throw new IOException("something else is back");
}
