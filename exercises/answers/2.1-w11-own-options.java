// exercise: 2.1
// expect: rejected
// note: the defaults instead of the server's options
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, EchoOptions.defaults()));
