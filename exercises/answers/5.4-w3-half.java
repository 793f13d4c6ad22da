// exercise: 5.4
// expect: rejected
// note: counts up to a size that shrinks: half of them run
inbox.moveTo(ready);
for (var i = 0; i < ready.size(); i++) {
    run(ready.remove());
}
