// exercise: 5.3
// expect: either
// note: only those that were due when it began, unless somebody has cancelled them
var due = new java.util.ArrayList<Timer>();
for (var i = 0; i < size; i++) {
    if (heap[i].deadline - now <= 0) {
        due.add(heap[i]);
    }
}
due.sort((a, b) -> a.isBefore(b) ? -1 : 1);
for (var timer : due) {
    if (timer.isPending()) {
        cancel(timer);
        timer.action.run();
    }
}
