// exercise: 2.1
// expect: rejected
// note: a connection without its key, since there is none yet
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
channel.register(selector, SelectionKey.OP_READ, new Connection(channel, null, options));
