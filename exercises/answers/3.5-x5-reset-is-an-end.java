// exercise: 3.5
// expect: rejected
// note: gives what it has when the connection is reset
    static List<Duration> of(InetSocketAddress server) throws Exception {
        var waited = new ArrayList<Duration>();
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            var begin = System.nanoTime();
            // users come whether the server answers or not, so who sends does not wait for answers
            var sender = Thread.ofVirtual().start(() -> send(socket, begin));
            while (waited.size() < MESSAGES) {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("the server hung up after " + waited.size() + " bytes");
                }
                var due = begin + waited.size() * EVERY_NANOS;
                waited.add(Duration.ofNanos(System.nanoTime() - due));
            }
            sender.join();
        } catch (java.net.SocketException e) {
            System.err.println("the connection is gone: " + e.getMessage());
        }
        return waited;
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
