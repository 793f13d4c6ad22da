// exercise: 2.1
// expect: rejected
// note: registered for nothing
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, 0);
key.attach(new Connection(channel, key, options));
