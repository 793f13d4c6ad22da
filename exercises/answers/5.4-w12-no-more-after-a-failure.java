// exercise: 5.4
// expect: rejected
// note: drops the rest of the turn when one throws
inbox.moveTo(ready);
try {
    for (var count = ready.size(); count > 0; count--) {
        ready.remove().run();
    }
} catch (RuntimeException e) {
    ready.clear();
}
