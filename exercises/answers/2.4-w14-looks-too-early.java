// exercise: 2.4
// expect: rejected
// note: asks which are valid before the first is handled
var valid = ready.stream().filter(SelectionKey::isValid).toList();
ready.clear();
for (var key : valid) {
    handler(key).handle();
}
