// exercise: 3.5
// expect: solved
// note: each user has a connection and a thread
    static List<Duration> of(InetSocketAddress server) throws Exception {
        var begin = System.nanoTime();
        var users = new ArrayList<java.util.concurrent.Callable<Duration>>();
        try (var socket = new Socket(server.getAddress(), server.getPort());
                var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var turn = new java.util.concurrent.locks.ReentrantLock(true);
            var answers = new java.util.concurrent.LinkedBlockingQueue<Integer>();
            for (int i = 0; i < MESSAGES; i++) {
                var due = begin + i * EVERY_NANOS;
                users.add(() -> {
                    Thread.sleep(Duration.ofNanos(due - System.nanoTime()));
                    turn.lock();
                    try {
                        socket.getOutputStream().write(1);
                        if (socket.getInputStream().read() < 0) {
                            throw new IOException("no answer");
                        }
                    } finally {
                        turn.unlock();
                    }
                    return Duration.ofNanos(System.nanoTime() - due);
                });
            }
            var waited = new ArrayList<Duration>();
            for (var user : threads.invokeAll(users)) {
                waited.add(user.get());
            }
            return waited;
        }
    }
