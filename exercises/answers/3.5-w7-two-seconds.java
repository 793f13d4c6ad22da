// exercise: 3.5
// expect: rejected
// note: stops when its time is over, whoever still waits
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var begin = System.nanoTime();
            var sender = Thread.ofVirtual().start(() -> {
                try {
                    for (var i = 0; i < MESSAGES; i++) {
                        Thread.sleep(Duration.ofNanos(begin + i * EVERY_NANOS - System.nanoTime()));
                        socket.getOutputStream().write(i);
                    }
                } catch (IOException | InterruptedException e) {
                    // over
                }
            });
            var waited = new ArrayList<Duration>();
            var end = begin + MESSAGES * EVERY_NANOS;
            while (System.nanoTime() < end && socket.getInputStream().read() >= 0) {
                waited.add(Duration.ofNanos(System.nanoTime() - begin - waited.size() * EVERY_NANOS));
            }
            sender.join();
            return waited;
        }
    }
