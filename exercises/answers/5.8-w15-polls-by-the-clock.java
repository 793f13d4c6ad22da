// exercise: 5.8
// expect: rejected
// note: looks at the flag every few milliseconds, in place of waiting for the event
while (true) {
    giveWay();
    requireOpen();
    if (readable) {
        accept(handler);
    } else {
        Task.sleep(Duration.ofMillis(5));
    }
}
