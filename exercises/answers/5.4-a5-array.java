// exercise: 5.4
// expect: solved
// note: walks through a copy
inbox.moveTo(ready);
for (var runnable : ready.toArray(new Runnable[0])) {
    ready.remove();
    run(runnable);
}
