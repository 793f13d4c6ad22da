// exercise: 4.1
// expect: rejected
// note: the executor's thread starts a platform thread and ends
var connection = new Connection(socket, options);
threads.execute(() -> Thread.ofPlatform().start(() -> serve(connection)));
