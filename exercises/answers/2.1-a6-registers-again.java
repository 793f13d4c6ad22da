// exercise: 2.1
// expect: solved
// note: registers a second time, now with the attachment
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, 0);
channel.register(selector, SelectionKey.OP_READ, new Connection(channel, key, options));
