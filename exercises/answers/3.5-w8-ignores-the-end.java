// exercise: 3.5
// expect: rejected
// note: gives a time for answers that never came
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
            for (var i = 0; i < MESSAGES; i++) {
                Thread.sleep(Duration.ofNanos(begin + i * EVERY_NANOS - System.nanoTime()));
                try {
                    socket.getInputStream().read();
                } catch (IOException e) {
                    // nothing came
                }
                waited.add(Duration.ofNanos(System.nanoTime() - begin - i * EVERY_NANOS));
            }
            sender.join();
            return waited;
        }
    }
