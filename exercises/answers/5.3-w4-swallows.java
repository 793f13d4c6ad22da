// exercise: 5.3
// expect: rejected
// note: swallows what an action throws
while (size > 0 && heap[0].deadline - now <= 0) {
    var timer = heap[0];
    cancel(timer);
    try {
        timer.action.run();
    } catch (RuntimeException _) {
        continue;
    }
}
