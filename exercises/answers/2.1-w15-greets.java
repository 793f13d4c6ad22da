// exercise: 2.1
// expect: rejected
// note: says something before it is asked
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
channel.write(ByteBuffer.wrap("hello\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
