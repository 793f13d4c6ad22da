// exercise: 2.1
// expect: rejected
// note: calls handle at once, which finds nothing readable and writes an empty buffer's zeros
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
var key = channel.register(selector, SelectionKey.OP_READ);
var connection = new Connection(channel, key, options);
key.attach(connection);
connection.handle();
