// exercise: 4.1
// expect: solved
// note: submit instead of execute: serve throws nothing that the future could hide
var connection = new Connection(socket, options);
threads.submit(() -> serve(connection));
