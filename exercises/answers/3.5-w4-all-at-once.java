// exercise: 3.5
// expect: rejected
// note: all users come at once
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var waited = new ArrayList<Duration>();
            var begin = System.nanoTime();
            socket.getOutputStream().write(new byte[MESSAGES]);
            for (int i = 0; i < MESSAGES; i++) {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("no answer");
                }
                waited.add(Duration.ofNanos(System.nanoTime() - begin));
            }
            return waited;
        }
    }
