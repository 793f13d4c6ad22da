// exercise: 5.3
// expect: rejected
// note: runs the first for ever
while (size > 0 && heap[0].deadline - now <= 0) {
    heap[0].action.run();
}
