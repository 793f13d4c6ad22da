// exercise: 2.4
// expect: rejected
// note: forgets only those that are no longer ready, and readyOps stays until the selector looks
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
    }
}
ready.removeIf(key -> !key.isValid() || key.readyOps() == 0);
