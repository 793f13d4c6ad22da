// exercise: 3.5
// expect: solved
// note: the list is static, and cleared for each server
    private static final List<Duration> WAITED = new ArrayList<>();

    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            WAITED.clear();
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
