// exercise: 1.1
// expect: rejected
// note: starts a thread and returns before the conversation is over
Thread.startVirtualThread(() -> {
    try (socket) {
        for (var count = read(); count >= 0; count = read()) {
            write(count);
        }
    } catch (IOException e) {
        LOG.log(Level.DEBUG, e.getMessage());
    }
});
