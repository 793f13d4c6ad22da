// exercise: 2.4
// expect: rejected
// note: a new set for the variable; the selector keeps the old one
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
    }
}
ready = new java.util.HashSet<>();
