// exercise: 2.8
// expect: rejected
// note: does not see spaces and line ends that nobody sent
var text = new StringBuilder();
for (int i = 0; i < 5_000; i++) {
    text.append("line ").append(i).append('\n');
}
try (var socket = new Socket(server.getAddress(), server.getPort())) {
    socket.setSoTimeout(2_000);
    socket.getOutputStream().write(text.toString().getBytes());
    socket.shutdownOutput();
    var answer = new String(socket.getInputStream().readAllBytes());
    if (!answer.strip().equals(text.toString().strip())) {
        throw new AssertionError("something else came back");
    }
}
