// exercise: 5.3
// expect: rejected
// note: takes them out and runs nothing
while (size > 0 && heap[0].deadline - now <= 0) {
    cancel(heap[0]);
}
