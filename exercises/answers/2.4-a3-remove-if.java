// exercise: 2.4
// expect: solved
// note: handled in the condition of removeIf
ready.removeIf(key -> {
    if (key.isValid()) {
        handler(key).handle();
    }
    return true;
});
