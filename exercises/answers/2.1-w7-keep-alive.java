// exercise: 2.1
// expect: rejected
// note: another option than TCP_NODELAY
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
