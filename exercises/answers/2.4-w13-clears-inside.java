// exercise: 2.4
// expect: rejected
// note: clears within the loop
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
    }
    ready.clear();
}
