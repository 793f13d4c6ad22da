// exercise: 2.1
// expect: rejected
// note: non-blocking after it is registered
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, SelectionKey.OP_READ);
channel.configureBlocking(false);
key.attach(new Connection(channel, key, options));
