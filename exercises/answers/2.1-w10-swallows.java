// exercise: 2.1
// expect: rejected
// note: keeps a failure to itself: the caller does not close the channel
try {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    var key = channel.register(selector, SelectionKey.OP_READ);
    key.attach(new Connection(channel, key, options));
} catch (IOException e) {
    LOG.log(Level.DEBUG, "not registered: {0}", e.getMessage());
}
