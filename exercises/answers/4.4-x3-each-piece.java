// exercise: 4.4
// expect: rejected
// note: each kilobyte has all of the time for itself, so the write has no limit
var thread = Thread.currentThread();
for (var from = 0; from < count; from += 1024) {
    var taken = new CompletableFuture<Void>();
    taken.orTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
        thread.interrupt();
        return null;
    });
    try {
        socket.getOutputStream().write(buffer, from, Math.min(1024, count - from));
    } finally {
        taken.complete(null);
    }
}
