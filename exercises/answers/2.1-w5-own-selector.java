// exercise: 2.1
// expect: rejected
// note: a selector of its own, which nobody asks
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(Selector.open(), SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
