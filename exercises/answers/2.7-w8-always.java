// exercise: 2.7
// expect: rejected
// note: looks also without a limit
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return millis == 0 ? left : Math.min(millis, left);
