// exercise: 5.4
// expect: rejected
// note: takes out one more than it runs, which is lost
inbox.moveTo(ready);
var count = ready.size();
Runnable next;
while ((next = ready.poll()) != null && count-- > 0) {
    run(next);
}
