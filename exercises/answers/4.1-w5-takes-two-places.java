// exercise: 4.1
// expect: rejected
// note: takes a place as in step 01; the loop takes it here already
var connection = new Connection(socket, options);
threads.execute(() -> serve(connection));
room.acquireUninterruptibly();
