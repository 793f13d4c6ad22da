// exercise: 2.1
// expect: solved
// note: registered for nothing, and the interest said when all is ready
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
channel.configureBlocking(false);
var key = channel.register(selector, 0);
key.attach(new Connection(channel, key, options));
key.interestOps(SelectionKey.OP_READ);
