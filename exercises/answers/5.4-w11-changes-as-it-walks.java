// exercise: 5.4
// expect: rejected
// note: walks through a queue that changes
inbox.moveTo(ready);
for (var runnable : ready) {
    run(runnable);
}
ready.clear();
