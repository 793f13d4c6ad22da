// exercise: 4.6
// expect: solved
// note: two clients, who leave one after the other
    static void examine(EchoServer server) throws Exception {
        var first = connect(server);
        var second = connect(server);
        try (first; second) {
            echo(first, "first");
            echo(second, "second");
            var closed = new java.util.concurrent.CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                server.close();
                closed.countDown();
            });
            awaitRefusal(server);
            echo(first, "first again");
            first.shutdownOutput();
            if (first.getInputStream().read() != -1) {
                throw new AssertionError("the first does not see the end");
            }
            echo(second, "second again");
            if (closed.getCount() == 0) {
                throw new AssertionError("returned too soon");
            }
            second.shutdownOutput();
            if (second.getInputStream().read() != -1) {
                throw new AssertionError("the second does not see the end");
            }
            if (!closed.await(2, TimeUnit.SECONDS)) {
                throw new AssertionError("does not return");
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
