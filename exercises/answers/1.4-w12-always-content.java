// exercise: 1.4
// expect: rejected
// note: looks whether one can connect
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    if (!socket.isConnected()) {
        throw new AssertionError("nobody is there");
    }
}
