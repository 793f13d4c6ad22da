// exercise: 5.4
// expect: rejected
// note: runs them without run: one that throws ends the loop
inbox.moveTo(ready);
for (var count = ready.size(); count > 0; count--) {
    ready.remove().run();
}
