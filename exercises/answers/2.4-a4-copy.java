// exercise: 2.4
// expect: solved
// note: a copy is handled, the set emptied before
var keys = List.copyOf(ready);
ready.clear();
for (var key : keys) {
    if (!key.isValid()) {
        continue;
    }
    handler(key).handle();
}
