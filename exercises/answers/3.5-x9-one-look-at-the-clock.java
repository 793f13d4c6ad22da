// exercise: 3.5
// expect: rejected
// note: reads all answers, and looks at the clock once
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            var begin = System.nanoTime();
            for (var i = 0; i < MESSAGES; i++) {
                Thread.sleep(Duration.ofNanos(begin + i * EVERY_NANOS - System.nanoTime()));
                socket.getOutputStream().write(i);
            }
            if (socket.getInputStream().readNBytes(MESSAGES).length < MESSAGES) {
                throw new IOException("the server hung up");
            }
            var now = System.nanoTime();
            var waited = new ArrayList<Duration>();
            for (var i = 0; i < MESSAGES; i++) {
                waited.add(Duration.ofNanos(now - begin - i * EVERY_NANOS));
            }
            return waited;
        }
    }
