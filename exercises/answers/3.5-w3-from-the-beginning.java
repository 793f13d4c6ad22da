// exercise: 3.5
// expect: rejected
// note: counts from the beginning
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var waited = new ArrayList<Duration>();
            var begin = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                Thread.sleep(Duration.ofNanos(begin + i * EVERY_NANOS - System.nanoTime()));
                socket.getOutputStream().write(i);
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("no answer");
                }
                waited.add(Duration.ofNanos(System.nanoTime() - begin));
            }
            return waited;
        }
    }
