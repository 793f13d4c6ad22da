// exercise: 5.4
// expect: rejected
// note: walks through the queue and takes nothing out
inbox.moveTo(ready);
for (var runnable : new ArrayDeque<>(ready)) {
    run(runnable);
}
