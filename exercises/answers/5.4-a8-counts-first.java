// exercise: 5.4
// expect: either
// note: counts before it fetches: what was handed in has its turn a turn later
var count = ready.size();
inbox.moveTo(ready);
for (; count > 0; count--) {
    run(ready.remove());
}
