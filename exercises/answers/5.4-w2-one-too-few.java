// exercise: 5.4
// expect: rejected
// note: leaves the last of them for the next turn
inbox.moveTo(ready);
for (var count = ready.size(); count > 1; count--) {
    run(ready.remove());
}
