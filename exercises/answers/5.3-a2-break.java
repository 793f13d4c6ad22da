// exercise: 5.3
// expect: solved
// note: leaves the loop in the middle
for (; ; ) {
    if (size == 0) {
        break;
    }
    Timer first = heap[0];
    if (first.deadline - now > 0) {
        break;
    }
    cancel(first);
    first.action.run();
}
