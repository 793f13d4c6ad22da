// exercise: 2.1
// expect: solved
// note: closes the channel itself when something fails; the caller does it, too
try {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    var key = channel.register(selector, SelectionKey.OP_READ);
    key.attach(new Connection(channel, key, options));
} catch (IOException e) {
    channel.close();
    throw e;
}
