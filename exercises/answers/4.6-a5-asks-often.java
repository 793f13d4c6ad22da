// exercise: 4.6
// expect: solved
// note: asks again and again whether somebody is taken, while the first talks
    static void examine(EchoServer server) throws Exception {
        try (var client = connect(server)) {
            echo(client, "hello");
            var closing = CompletableFuture.runAsync(server::close);
            var refused = false;
            for (var i = 0; i < 150 && !refused; i++) {
                echo(client, "round " + i);
                refused = refuses(server);
                Thread.sleep(10);
            }
            if (!refused) {
                throw new AssertionError("new clients are taken");
            }
            echo(client, "last");
            if (closing.isDone()) {
                throw new AssertionError("close returned too soon");
            }
            client.shutdownOutput();
            if (client.getInputStream().read() >= 0) {
                throw new AssertionError("more");
            }
            closing.get(2, TimeUnit.SECONDS);
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
