// exercise: 5.4
// expect: solved
// note: fetches once more at the end what has been handed in meanwhile, for the next turn
inbox.moveTo(ready);
for (var count = ready.size(); count > 0; count--) {
    run(ready.remove());
}
inbox.moveTo(ready);
