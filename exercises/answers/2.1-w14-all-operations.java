// exercise: 2.1
// expect: rejected
// note: everything that the channel can do
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, channel.validOps());
key.attach(new Connection(channel, key, options));
