// exercise: 5.4
// expect: solved
// note: puts a mark into the queue, and stops at it
inbox.moveTo(ready);
Runnable mark = () -> {};
ready.add(mark);
for (var next = ready.remove(); next != mark; next = ready.remove()) {
    run(next);
}
