// exercise: 2.4
// expect: rejected
// note: returns at the first key that is closed
for (var key : ready) {
    if (!key.isValid()) {
        return;
    }
    handler(key).handle();
}
ready.clear();
