// exercise: 4.6
// expect: solved
// note: an executor and a future
    static void examine(EchoServer server) throws Exception {
        var executor = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();
        try (var client = connect(server)) {
            echo(client, "x");
            var closing = executor.submit(server::close);
            awaitRefusal(server);
            for (var i = 0; i < 10; i++) {
                echo(client, "still here");
            }
            try {
                closing.get(50, TimeUnit.MILLISECONDS);
                throw new AssertionError("returned with a client there");
            } catch (java.util.concurrent.TimeoutException e) {
                // as it should
            }
            client.shutdownOutput();
            if (client.getInputStream().readAllBytes().length > 0) {
                throw new AssertionError("more");
            }
            closing.get(3, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
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
