// exercise: 2.4
// expect: solved
// note: a stream, and removeAll
var handled = ready.stream().toList();
handled.stream()
        .filter(SelectionKey::isValid)
        .forEach(key -> handler(key).handle());
handled.forEach(ready::remove);
