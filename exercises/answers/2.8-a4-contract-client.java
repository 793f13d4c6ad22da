// exercise: 2.8
// expect: solved
// note: the client of the contract
try (var client = echolab.contract.EchoClient.connect(server, java.time.Duration.ofSeconds(3))) {
    client.send(60_000);
    client.finish();
}
