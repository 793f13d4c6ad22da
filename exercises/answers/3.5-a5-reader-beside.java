// exercise: 3.5
// expect: solved
// note: another thread reads, this one sends
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);

            long[] answered = new long[MESSAGES];
            var reader = new java.util.concurrent.FutureTask<Void>(() -> {
                for (int i = 0; i < MESSAGES; i++) {
                    if (socket.getInputStream().read() < 0) {
                        throw new java.io.EOFException();
                    }
                    answered[i] = System.nanoTime();
                }
                return null;
            });
            Thread.startVirtualThread(reader);
            long begin = System.nanoTime();
            try {
                for (int i = 0; i < MESSAGES; i++) {
                    java.util.concurrent.locks.LockSupport.parkNanos(begin + i * EVERY_NANOS - System.nanoTime());
                    while (System.nanoTime() - begin < i * EVERY_NANOS) {
                        Thread.onSpinWait();
                    }
                    socket.getOutputStream().write(i);
                }
            } finally {
                reader.get();
            }
            var waited = new ArrayList<Duration>();
            for (int i = 0; i < MESSAGES; i++) {
                waited.add(Duration.ofNanos(answered[i] - begin - i * EVERY_NANOS));
            }
            return waited;
        }
    }
