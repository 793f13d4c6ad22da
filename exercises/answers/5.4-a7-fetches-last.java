// exercise: 5.4
// expect: either
// note: fetches what was handed in behind what was ready, for the next turn
for (var count = ready.size(); count > 0; count--) {
    run(ready.remove());
}
inbox.moveTo(ready);
