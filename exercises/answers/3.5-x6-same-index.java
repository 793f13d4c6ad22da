// exercise: 3.5
// expect: rejected
// note: several answers of one read are counted from the moment of the first
    static List<Duration> of(InetSocketAddress server) throws Exception {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            var begin = System.nanoTime();
            // users come whether the server answers or not, so who sends does not wait for answers
            var sender = Thread.ofVirtual().start(() -> send(socket, begin));
            var waited = new ArrayList<Duration>();
            while (waited.size() < MESSAGES) {
                var n = socket.getInputStream().read(new byte[MESSAGES]);
                if (n < 0) {
                    throw new IOException("the server hung up after " + waited.size() + " bytes");
                }
                var due = begin + waited.size() * EVERY_NANOS;
                var time = Duration.ofNanos(System.nanoTime() - due);
                for (var i = 0; i < n; i++) {
                    waited.add(time);
                }
            }
            sender.join();
            return waited;
        }
    }

    private static void send(Socket socket, long begin) {
        try {
            for (var i = 0; i < MESSAGES; i++) {
                Thread.sleep(Duration.ofNanos(begin + i * EVERY_NANOS - System.nanoTime()));
                socket.getOutputStream().write(i);
            }
        } catch (IOException | InterruptedException _) {
            // whoever reads sees the end
        }
    }
