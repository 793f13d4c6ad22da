// exercise: 2.4
// expect: rejected
// note: removes from the set that it walks over
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
    }
    ready.remove(key);
}
