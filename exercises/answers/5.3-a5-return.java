// exercise: 5.3
// expect: solved
// note: returns when the first is not due
while (true) {
    var timer = size == 0 ? null : heap[0];
    if (timer == null || Long.signum(timer.deadline - now) > 0) {
        return;
    }
    var action = timer.action;
    cancel(timer);
    action.run();
}
