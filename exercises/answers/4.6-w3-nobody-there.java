// exercise: 4.6
// expect: rejected
// note: nobody talks while it stops
    static void examine(EchoServer server) throws Exception {
        try (var client = connect(server)) {
            echo(client, "before");
        }
        var closing = CompletableFuture.runAsync(server::close);
        awaitRefusal(server);
        closing.get(2, TimeUnit.SECONDS);
    }

    private static Socket connect(EchoServer server) throws IOException {
        var socket = new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(2_000);
        return socket;
    }

    private static void echo(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes());
        if (!new String(client.getInputStream().readNBytes(text.length())).equals(text)) {
            throw new AssertionError(text + " did not come back");
        }
    }

    private static boolean refuses(EchoServer server) throws IOException {
        try (var late = connect(server)) {
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private static void awaitRefusal(EchoServer server) throws Exception {
        for (var i = 0; i < 200; i++) {
            if (refuses(server)) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("new clients are taken");
    }
