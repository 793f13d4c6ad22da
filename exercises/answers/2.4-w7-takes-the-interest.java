// exercise: 2.4
// expect: rejected
// note: takes the interest away instead of the key
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
        key.interestOps(0);
    }
}
ready.clear();
