// exercise: 4.6
// expect: solved
// note: close runs in the common pool, and a static field holds what comes of it
    private static CompletableFuture<Void> closing;

    static void examine(EchoServer server) throws Exception {
        try (var client = connect(server)) {
            echo(client, 1);
            closing = CompletableFuture.runAsync(server::close);
            awaitRefusal(server);
            echo(client, 2);
            if (closing.isDone()) {
                throw new AssertionError("close returned while a client was there");
            }
            client.shutdownOutput();
            if (client.getInputStream().read() >= 0) {
                throw new AssertionError("more came back than was sent");
            }
            closing.get(2, TimeUnit.SECONDS);
        }
    }

    private static void awaitRefusal(EchoServer server) throws Exception {
        var deadline = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < deadline) {
            try {
                connect(server).close();
                Thread.sleep(10);
            } catch (ConnectException _) {
                return;
            }
        }
        throw new AssertionError("new clients are taken");
    }

    private static void echo(Socket client, int message) throws IOException {
        client.getOutputStream().write(message);
        if (client.getInputStream().read() != message) {
            throw new AssertionError("message " + message + " did not come back");
        }
    }

    private static Socket connect(EchoServer server) throws IOException {
        var socket = new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(2_000);
        return socket;
    }
