// exercise: 4.4
// expect: solved
// note: a virtual thread that sleeps, and is interrupted when it is not needed
var writer = Thread.currentThread();
var watcher = Thread.startVirtualThread(() -> {
    try {
        Thread.sleep(options.idleTimeout());
        writer.interrupt();
    } catch (InterruptedException _) {
        // written in time
    }
});
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    watcher.interrupt();
}
