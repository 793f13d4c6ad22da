// exercise: 5.3
// expect: solved
// note: compares with a timer of this moment
var moment = new Timer(now, Long.MAX_VALUE, null);
while (size > 0 && heap[0].isBefore(moment)) {
    var timer = heap[0];
    cancel(timer);
    timer.action.run();
}
