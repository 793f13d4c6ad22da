// exercise: 5.4
// expect: rejected
// note: looks at the first again and again, and takes none
inbox.moveTo(ready);
for (var count = ready.size(); count > 0; count--) {
    run(ready.peek());
}
