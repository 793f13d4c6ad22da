// exercise: 5.4
// expect: solved
// note: counts up to what there was
inbox.moveTo(ready);
final var count = ready.size();
for (int i = 0; i < count; i++) {
    var next = ready.remove();
    run(next);
}
