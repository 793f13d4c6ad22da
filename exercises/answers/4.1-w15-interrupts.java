// exercise: 4.1
// expect: rejected
// note: interrupts a client that does not end at once
var connection = new Connection(socket, options);
var task = threads.submit(() -> serve(connection));
task.cancel(true);
