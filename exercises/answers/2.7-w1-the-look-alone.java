// exercise: 2.7
// expect: rejected
// note: forgets what somebody else wants
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return left;
