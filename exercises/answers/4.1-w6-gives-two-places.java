// exercise: 4.1
// expect: rejected
// note: gives the place back twice: there is no limit any more
var connection = new Connection(socket, options);
threads.execute(() -> {
    serve(connection);
    room.release();
});
