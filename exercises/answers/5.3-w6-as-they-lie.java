// exercise: 5.3
// expect: rejected
// note: walks through the heap as it lies, which is not the order of deadlines
for (var timer : heap.clone()) {
    if (timer != null && timer.isPending() && timer.deadline - now <= 0) {
        cancel(timer);
        timer.action.run();
    }
}
