// exercise: 2.4
// expect: rejected
// note: clears before it looks
ready.clear();
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
    }
}
