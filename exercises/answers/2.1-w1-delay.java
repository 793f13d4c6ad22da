// exercise: 2.1
// expect: rejected
// note: no TCP_NODELAY
channel.configureBlocking(false);
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
