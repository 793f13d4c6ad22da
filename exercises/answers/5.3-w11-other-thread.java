// exercise: 5.3
// expect: rejected
// note: starts a thread for each action
while (size > 0 && heap[0].deadline - now <= 0) {
    var timer = heap[0];
    cancel(timer);
    Thread.ofPlatform().start(timer.action);
}
