// exercise: 1.1
// expect: solved
// note: the old idiom: a finally inside, a catch around
try {
    try {
        socket.setTcpNoDelay(true);
        for (int count = read(); count > 0; count = read()) {
            write(count);
        }
    } finally {
        socket.close();
    }
} catch (IOException e) {
    LOG.log(Level.DEBUG, "the connection broke: {0}", e.getMessage());
}
