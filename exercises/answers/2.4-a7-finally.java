// exercise: 2.4
// expect: solved
// note: cleared whatever a handler does
try {
    ready.stream().filter(SelectionKey::isValid).forEach(key -> handler(key).handle());
} finally {
    ready.clear();
}
