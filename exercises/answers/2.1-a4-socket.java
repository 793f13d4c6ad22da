// exercise: 2.1
// expect: solved
// note: by way of the socket, and a wake-up that is not needed
channel.socket().setTcpNoDelay(true);
channel.configureBlocking(false);
SelectionKey key = channel.register(selector, SelectionKey.OP_READ, null);
var connection = new Connection(channel, key, options);
key.attach(connection);
selector.wakeup();
