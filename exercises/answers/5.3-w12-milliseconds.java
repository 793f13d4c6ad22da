// exercise: 5.3
// expect: rejected
// note: compares whole milliseconds, and fires too early
while (size > 0 && heap[0].deadline / 1_000_000 - now / 1_000_000 <= 0) {
    var timer = heap[0];
    cancel(timer);
    timer.action.run();
}
