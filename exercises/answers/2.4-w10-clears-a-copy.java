// exercise: 2.4
// expect: rejected
// note: clears a copy
var copy = new java.util.HashSet<>(ready);
for (var key : copy) {
    if (key.isValid()) {
        handler(key).handle();
    }
}
copy.clear();
