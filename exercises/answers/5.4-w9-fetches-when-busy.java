// exercise: 5.4
// expect: rejected
// note: fetches what was handed in only when something else runs
for (var count = ready.size(); count > 0; count--) {
    inbox.moveTo(ready);
    run(ready.remove());
}
