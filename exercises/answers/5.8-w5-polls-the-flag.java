// exercise: 5.8
// expect: rejected
// note: looks at the flag turn by turn: an idle server keeps its loop busy
while (true) {
    Task.yield();
    requireOpen();
    if (readable) {
        accept(handler);
    }
}
