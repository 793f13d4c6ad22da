// exercise: 3.5
// expect: solved
// note: one thread that reads until the next one is due, by the time-out of a read
    static List<Duration> of(InetSocketAddress server) throws Exception {
        Duration[] times = new Duration[MESSAGES];
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            byte[] buffer = new byte[64];
            long begin = System.nanoTime();
            int sent = 0;
            int back = 0;
            while (back < MESSAGES) {
                long left = sent == MESSAGES ? 0 : begin + sent * EVERY_NANOS - System.nanoTime();
                if (sent < MESSAGES && left <= 0) {
                    socket.getOutputStream().write('a' + sent % 26);
                    sent++;
                    continue;
                }
                socket.setSoTimeout(sent == MESSAGES ? 0 : (int) Math.max(1, left / 1_000_000));
                try {
                    int n = socket.getInputStream().read(buffer);
                    long now = System.nanoTime();
                    if (n == -1) {
                        throw new java.io.EOFException("it hung up");
                    }
                    for (; n > 0; n--) {
                        times[back] = Duration.ofNanos(now - (begin + back * EVERY_NANOS));
                        back++;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    // the next one is due
                }
            }
        }
        return List.of(times);
    }
