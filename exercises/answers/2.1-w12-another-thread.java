// exercise: 2.1
// expect: rejected
// note: on another thread, soon
Thread.startVirtualThread(() -> {
    try {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(channel, key, options));
    } catch (IOException e) {
        LOG.log(Level.DEBUG, e.getMessage());
    }
});
