// exercise: 2.1
// expect: rejected
// note: sets TCP_NODELAY to false
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, false);
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
