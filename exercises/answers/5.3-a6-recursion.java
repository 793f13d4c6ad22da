// exercise: 5.3
// expect: either
// note: calls itself for the rest: thousands of timers are as many frames
if (size == 0 || heap[0].deadline - now > 0) {
    return;
}
var timer = heap[0];
cancel(timer);
timer.action.run();
fire(now);
