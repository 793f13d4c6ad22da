// exercise: 5.3
// expect: rejected
// note: takes out whatever is first after the action
while (size > 0 && heap[0].deadline - now <= 0) {
    heap[0].action.run();
    cancel(heap[0]);
}
