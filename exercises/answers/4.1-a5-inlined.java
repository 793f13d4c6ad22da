// exercise: 4.1
// expect: solved
// note: serve inlined, with a finally
var connection = new Connection(socket, options);
threads.execute(() -> {
    try {
        connection.echo();
    } finally {
        room.release();
    }
});
