// exercise: 2.4
// expect: rejected
// note: takes away those that are closed, and leaves the others
var keys = ready.iterator();
while (keys.hasNext()) {
    var key = keys.next();
    if (key.isValid()) {
        handler(key).handle();
    } else {
        keys.remove();
    }
}
