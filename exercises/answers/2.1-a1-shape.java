// exercise: 2.1
// expect: solved
// note: four lines
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
