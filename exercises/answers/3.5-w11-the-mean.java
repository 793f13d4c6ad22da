// exercise: 3.5
// expect: rejected
// note: gives the mean to everybody
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var sum = 0L;
            var begin = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                var due = begin + i * EVERY_NANOS;
                Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                socket.getOutputStream().write(i);
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("no answer");
                }
                sum += System.nanoTime() - due;
            }
            return java.util.Collections.nCopies(MESSAGES, Duration.ofNanos(sum / MESSAGES));
        }
    }
