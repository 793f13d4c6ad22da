// exercise: 5.4
// expect: either
// note: runs no more than 64 in a turn, and the rest in the next
inbox.moveTo(ready);
for (var count = Math.min(ready.size(), 64); count > 0; count--) {
    run(ready.remove());
}
