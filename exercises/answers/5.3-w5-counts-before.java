// exercise: 5.3
// expect: rejected
// note: counts once, and does not look again: an action may cancel others
for (var left = size; left > 0 && heap[0].deadline - now <= 0; left--) {
    var timer = heap[0];
    cancel(timer);
    timer.action.run();
}
