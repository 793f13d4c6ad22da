// exercise: 4.4
// expect: rejected
// note: writes without a limit
socket.getOutputStream().write(buffer, 0, count);
