// exercise: 5.4
// expect: rejected
// note: takes in and runs for as long as other threads hand in
inbox.moveTo(ready);
for (var count = ready.size(); count > 0; count--) {
    run(ready.remove());
    var before = ready.size();
    inbox.moveTo(ready);
    count += ready.size() - before;
}
