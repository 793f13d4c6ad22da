// exercise: 4.4
// expect: rejected
// note: SO_TIMEOUT is for reads
socket.setSoTimeout((int) options.idleTimeout().toMillis());
socket.getOutputStream().write(buffer, 0, count);
