// exercise: 3.5
// expect: rejected
// note: leaves out whoever could not be sent in time
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var waited = new ArrayList<Duration>();
            var begin = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                var due = begin + i * EVERY_NANOS;
                if (System.nanoTime() > due + EVERY_NANOS) {
                    continue;
                }
                Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                socket.getOutputStream().write(i);
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("no answer");
                }
                waited.add(Duration.ofNanos(System.nanoTime() - due));
            }
            return waited;
        }
    }
