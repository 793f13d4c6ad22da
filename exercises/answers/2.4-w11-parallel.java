// exercise: 2.4
// expect: rejected
// note: handles them on many threads
ready.parallelStream()
        .filter(SelectionKey::isValid)
        .forEach(key -> handler(key).handle());
ready.clear();
