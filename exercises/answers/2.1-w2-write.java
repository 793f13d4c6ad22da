// exercise: 2.1
// expect: rejected
// note: watches for room to write
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, SelectionKey.OP_WRITE);
key.attach(new Connection(channel, key, options));
