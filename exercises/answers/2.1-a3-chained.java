// exercise: 2.1
// expect: solved
// note: chained
SelectionKey key =
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true)
                .configureBlocking(false)
                .register(selector, SelectionKey.OP_READ);
key.attach(new Connection(channel, key, options));
