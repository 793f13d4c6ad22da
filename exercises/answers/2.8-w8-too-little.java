// exercise: 2.8
// expect: rejected
// note: six bytes: a part of them is all
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);
    socket.getOutputStream().write("hello\n".getBytes());
    socket.shutdownOutput();
    if (!new String(socket.getInputStream().readAllBytes()).equals("hello\n")) {
        throw new AssertionError("not what was sent");
    }
}
