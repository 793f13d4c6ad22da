// exercise: 2.4
// expect: rejected
// note: handles keys that a handler before has closed
for (var key : ready) {
    handler(key).handle();
}
ready.clear();
