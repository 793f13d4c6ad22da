// exercise: 5.4
// expect: rejected
// note: takes one more than there are
inbox.moveTo(ready);
for (var count = ready.size(); count >= 0; count--) {
    run(ready.remove());
}
