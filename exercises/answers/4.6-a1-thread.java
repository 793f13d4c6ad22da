// exercise: 4.6
// expect: solved
// note: a thread, and a join with a limit
    static void examine(EchoServer server) throws Exception {
        try (var client = connect(server)) {
            echo(client, "before");
            var closing = new Thread(server::close);
            closing.setDaemon(true);
            closing.start();
            awaitRefusal(server);
            echo(client, "after");
            if (!closing.isAlive()) {
                throw new AssertionError("close has returned");
            }
            client.shutdownOutput();
            if (client.getInputStream().read() != -1) {
                throw new AssertionError("no end");
            }
            if (!closing.join(java.time.Duration.ofSeconds(2))) {
                throw new AssertionError("close has not returned");
            }
        }
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
