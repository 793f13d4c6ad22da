// exercise: 5.4
// expect: rejected
// note: throws away what becomes ready meanwhile
inbox.moveTo(ready);
for (var count = ready.size(); count > 0; count--) {
    run(ready.remove());
}
ready.clear();
