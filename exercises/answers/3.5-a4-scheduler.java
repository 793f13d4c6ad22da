// exercise: 3.5
// expect: solved
// note: a scheduler sends at a fixed rate
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            var scheduler = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
            var count = new java.util.concurrent.atomic.AtomicInteger();
            var begin = System.nanoTime();
            scheduler.scheduleAtFixedRate(() -> {
                try {
                    if (count.getAndIncrement() < MESSAGES) {
                        socket.getOutputStream().write(7);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }, 0, EVERY_NANOS, java.util.concurrent.TimeUnit.NANOSECONDS);
            try {
                var waited = new ArrayList<Duration>();
                for (int i = 0; i < MESSAGES; i++) {
                    if (socket.getInputStream().read() < 0) {
                        throw new IOException("the server is gone");
                    }
                    waited.add(Duration.ofNanos(System.nanoTime() - (begin + i * EVERY_NANOS)));
                }
                return waited;
            } finally {
                scheduler.shutdownNow();
            }
        }
    }
