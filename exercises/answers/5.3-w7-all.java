// exercise: 5.3
// expect: rejected
// note: fires all there are
while (size > 0) {
    var timer = heap[0];
    cancel(timer);
    timer.action.run();
}
