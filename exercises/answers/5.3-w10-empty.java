// exercise: 5.3
// expect: rejected
// note: looks at the first of none
while (heap[0].deadline - now <= 0) {
    var timer = heap[0];
    cancel(timer);
    timer.action.run();
}
