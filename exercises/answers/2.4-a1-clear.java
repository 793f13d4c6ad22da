// exercise: 2.4
// expect: solved
// note: clear behind the loop
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
    }
}
ready.clear();
