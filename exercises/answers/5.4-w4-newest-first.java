// exercise: 5.4
// expect: rejected
// note: runs the newest first
inbox.moveTo(ready);
for (var count = ready.size(); count > 0; count--) {
    run(((ArrayDeque<Runnable>) ready).removeLast());
}
