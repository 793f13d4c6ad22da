// exercise: 1.1
// expect: rejected
// note: after a failure it reads on, for ever
while (!socket.isClosed()) {
    try {
        var count = read();
        if (count < 0) {
            socket.close();
        } else {
            write(count);
        }
    } catch (IOException e) {
        LOG.log(Level.DEBUG, e.getMessage());
    }
}
