// exercise: 1.1
// expect: rejected
// note: ends its side, but closes nothing
try {
    for (var count = read(); count >= 0; count = read()) {
        write(count);
    }
    socket.shutdownOutput();
} catch (IOException e) {
    LOG.log(Level.DEBUG, e.getMessage());
}
