// exercise: 3.5
// expect: rejected
// note: sleeps for 5 ms after each answer, so that its users come later and later
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            var waited = new ArrayList<Duration>();
            var begin = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                socket.getOutputStream().write(i);
                if (socket.getInputStream().read() == -1) {
                    throw new IOException("the server hung up");
                }
                waited.add(Duration.ofNanos(System.nanoTime() - begin - i * EVERY_NANOS));
                Thread.sleep(5);
            }
            return waited;
        }
    }
