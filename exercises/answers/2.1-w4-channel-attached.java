// exercise: 2.1
// expect: rejected
// note: attaches the channel
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, SelectionKey.OP_READ);
new Connection(channel, key, options);
key.attach(channel);
