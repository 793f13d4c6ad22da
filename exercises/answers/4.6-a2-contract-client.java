// exercise: 4.6
// expect: solved
// note: clients of the contract, and Closing
    static void examine(EchoServer server) throws Exception {
        var patience = java.time.Duration.ofSeconds(2);
        try (var client = echolab.contract.EchoClient.connect(server.address(), patience)) {
            client.echo(100);
            var closing = echolab.contract.Closing.of(server);
            echolab.contract.Patience.until(patience, () -> refuses(server), () -> "new clients are taken");
            client.echo(100);
            if (closing.returnsWithin(java.time.Duration.ofMillis(100))) {
                throw new AssertionError("returned while a client is there");
            }
            client.finish();
            closing.await(patience);
        }
    }

    private static boolean refuses(EchoServer server) {
        try {
            new Socket(server.address().getAddress(), server.address().getPort()).close();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
