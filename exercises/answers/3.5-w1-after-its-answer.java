// exercise: 3.5
// expect: rejected
// note: the next user comes when the one before has his answer
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var waited = new ArrayList<Duration>();
            for (int i = 0; i < MESSAGES; i++) {
                var sent = System.nanoTime();
                socket.getOutputStream().write(i);
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("no answer");
                }
                waited.add(Duration.ofNanos(System.nanoTime() - sent));
                Thread.sleep(Duration.ofNanos(EVERY_NANOS));
            }
            return waited;
        }
    }
