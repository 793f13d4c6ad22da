// exercise: 2.4
// expect: rejected
// note: handles each twice
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
    }
    if (key.isValid()) {
        handler(key).handle();
    }
}
ready.clear();
