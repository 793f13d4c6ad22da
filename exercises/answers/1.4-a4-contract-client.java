// exercise: 1.4
// expect: solved
// note: the client of the contract does it
try (var client = echolab.contract.EchoClient.connect(server, java.time.Duration.ofSeconds(3))) {
    client.echo(40_000);
    client.echo(40_000);
    client.finish();
}
