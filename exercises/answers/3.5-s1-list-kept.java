// exercise: 3.5
// expect: rejected
// note: the list is static, and the times of the last server are in it still
    private static final List<Duration> WAITED = new ArrayList<>();

    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            var begin = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                var due = begin + i * EVERY_NANOS;
                while (System.nanoTime() < due) {
                    Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                }
                socket.getOutputStream().write(i);
                if (socket.getInputStream().read() == -1) {
                    throw new IOException("no answer");
                }
                WAITED.add(Duration.ofNanos(System.nanoTime() - due));
            }
            return WAITED;
        }
    }
