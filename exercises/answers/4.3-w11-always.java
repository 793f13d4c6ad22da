// exercise: 4.3
// expect: rejected
// note: waits after each read
LockSupport.parkNanos(1);
