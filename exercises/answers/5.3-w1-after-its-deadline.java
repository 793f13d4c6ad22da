// exercise: 5.3
// expect: rejected
// note: waits until the deadline has passed
while (size > 0 && heap[0].deadline - now < 0) {
    var timer = heap[0];
    cancel(timer);
    timer.action.run();
}
