// exercise: 2.4
// expect: rejected
// note: handles one and forgets the others
var keys = ready.iterator();
if (keys.hasNext()) {
    var key = keys.next();
    if (key.isValid()) {
        handler(key).handle();
    }
}
ready.clear();
