// exercise: 4.1
// expect: rejected
// note: a try with the server's executor: it takes no second client
var connection = new Connection(socket, options);
try (threads) {
    threads.execute(() -> serve(connection));
}
