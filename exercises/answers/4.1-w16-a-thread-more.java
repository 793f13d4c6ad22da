// exercise: 4.1
// expect: rejected
// note: the executor's thread starts an unknown virtual one and ends
var connection = new Connection(socket, options);
threads.execute(() -> Thread.startVirtualThread(() -> serve(connection)));
