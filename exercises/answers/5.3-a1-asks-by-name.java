// exercise: 5.3
// expect: solved
// note: by the methods that are there
while (!isEmpty() && nextDeadline() - now <= 0) {
    var due = heap[0];
    cancel(due);
    due.action.run();
}
