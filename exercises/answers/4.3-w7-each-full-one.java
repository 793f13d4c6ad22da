// exercise: 4.3
// expect: rejected
// note: waits after each full read
if (count == buffer.length) {
    LockSupport.parkNanos(1);
}
