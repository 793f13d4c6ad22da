// exercise: 5.3
// expect: solved
// note: takes the first out by hand
while (size > 0 && now - heap[0].deadline >= 0) {
    var timer = heap[0];
    timer.place = -1;
    var last = heap[--size];
    heap[size] = null;
    if (size > 0) {
        sink(last, 0);
    }
    timer.action.run();
}
