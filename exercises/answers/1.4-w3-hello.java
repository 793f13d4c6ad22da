// exercise: 1.4
// expect: rejected
// note: five bytes, once
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);

    socket.getOutputStream().write("hello".getBytes());
    var answer = new String(socket.getInputStream().readNBytes(5));
    if (!answer.equals("hello")) {
        throw new AssertionError("got " + answer);
    }
    socket.shutdownOutput();
    if (socket.getInputStream().read() >= 0) {
        throw new AssertionError("more");
    }
}
