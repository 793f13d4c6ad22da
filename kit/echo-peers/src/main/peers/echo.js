// What does an echo cost in Node.js?
//
// Noteworthy: libuv's loop, and a pipe between the two halves of a stream, which stops reading while the client takes
// nothing: that is the backpressure. `allowHalfOpen`, or Node would end a connection whose client is done with sending.
// Out of descriptors, Node does as libuv does: it accepts and closes.
'use strict';

const net = require('node:net');

const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy()); // the client is gone; there is nobody to tell
    socket.pipe(socket);
});
server.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 }, () => {
    console.log(`Serving on 127.0.0.1:${server.address().port}`);
});
