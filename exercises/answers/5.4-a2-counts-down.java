// exercise: 5.4
// expect: solved
// note: counts down in a while
inbox.moveTo(ready);
int left = ready.size();
while (left-- > 0) {
    run(ready.poll());
}
