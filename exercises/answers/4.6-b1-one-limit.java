// exercise: 4.6
// expect: solved
// note: no limit anywhere but one around all of it
    static void examine(EchoServer server) throws Exception {
        try (var client = connect(server)) {
            var talk = new java.util.concurrent.FutureTask<Void>(() -> talk(server, client));
            Thread.ofPlatform().daemon().start(talk);
            talk.get(4, TimeUnit.SECONDS);
        }
    }

    private static Void talk(EchoServer server, Socket client) throws Exception {
        echo(client, 'a');
        var closing = Thread.ofPlatform().daemon().start(server::close);
        var taken = true;
        while (taken) {
            try {
                connect(server).close();
                Thread.sleep(20);
            } catch (ConnectException _) {
                taken = false;
            }
        }
        echo(client, 'b');
        if (!closing.isAlive()) {
            throw new AssertionError("close did not wait for the client");
        }
        client.shutdownOutput();
        if (client.getInputStream().read() != -1) {
            throw new AssertionError("no end");
        }
        closing.join();
        return null;
    }

    private static Socket connect(EchoServer server) throws IOException {
        return new Socket(server.address().getAddress(), server.address().getPort());
    }

    private static void echo(Socket client, int message) throws IOException {
        client.getOutputStream().write(message);
        if (client.getInputStream().read() != message) {
            throw new AssertionError("message " + message + " did not come back");
        }
    }
