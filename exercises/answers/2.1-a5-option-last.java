// exercise: 2.1
// expect: solved
// note: the option at the end
channel.configureBlocking(false);
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
channel.setOption(StandardSocketOptions.TCP_NODELAY, Boolean.TRUE);
