// exercise: 2.4
// expect: solved
// note: one after the other until none is left
while (!ready.isEmpty()) {
    var key = ready.iterator().next();
    ready.remove(key);
    if (key.isValid()) {
        handler(key).handle();
    }
}
