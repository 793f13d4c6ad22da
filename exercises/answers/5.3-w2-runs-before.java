// exercise: 5.3
// expect: rejected
// note: runs the action while its timer is in the heap
while (size > 0 && heap[0].deadline - now <= 0) {
    var timer = heap[0];
    timer.action.run();
    cancel(timer);
}
