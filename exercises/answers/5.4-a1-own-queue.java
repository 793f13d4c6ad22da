// exercise: 5.4
// expect: solved
// note: takes what is ready out into a queue of its own
inbox.moveTo(ready);
var turnOf = new ArrayDeque<>(ready);
ready.clear();
while (!turnOf.isEmpty()) {
    run(turnOf.remove());
}
