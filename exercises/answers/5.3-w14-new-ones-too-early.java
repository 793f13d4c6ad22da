// exercise: 5.3
// expect: rejected
// note: looks at the deadline once, and takes the next for due as well
if (size > 0 && heap[0].deadline - now <= 0) {
    var last = heap[0].deadline;
    while (size > 0 && (heap[0].deadline == last || heap[0].deadline - now <= 1_000)) {
        var timer = heap[0];
        last = timer.deadline;
        cancel(timer);
        timer.action.run();
    }
}
