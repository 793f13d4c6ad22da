// exercise: 3.5
// expect: solved
// note: sends late when it must, and counts from when it was due
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var waited = new ArrayList<Duration>();
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
                waited.add(Duration.ofNanos(System.nanoTime() - due));
            }
            return waited;
        }
    }
