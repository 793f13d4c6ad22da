// exercise: 2.1
// expect: rejected
// note: reads once before it registers: what came is lost
channel.configureBlocking(false);
channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
channel.read(ByteBuffer.allocate(options.readBufferSize()));
var key = channel.register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
