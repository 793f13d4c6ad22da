// exercise: 2.4
// expect: rejected
// note: passes over who waits for room to write
for (var key : ready) {
    if (key.isValid() && key.isReadable()) {
        handler(key).handle();
    }
}
ready.clear();
