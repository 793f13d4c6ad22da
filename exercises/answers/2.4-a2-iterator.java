// exercise: 2.4
// expect: solved
// note: the idiom of the book: an iterator that removes
var keys = ready.iterator();
while (keys.hasNext()) {
    SelectionKey key = keys.next();
    keys.remove();
    if (key.isValid()) {
        handler(key).handle();
    }
}
