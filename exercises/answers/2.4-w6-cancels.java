// exercise: 2.4
// expect: rejected
// note: cancels the keys: each client is served once
for (var key : ready) {
    if (key.isValid()) {
        handler(key).handle();
        key.cancel();
    }
}
ready.clear();
