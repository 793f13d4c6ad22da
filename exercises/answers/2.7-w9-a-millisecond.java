// exercise: 2.7
// expect: rejected
// note: sleeps for a millisecond at most
if (interval == 0) {
    return millis;
}
return 1;
