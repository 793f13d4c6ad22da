// exercise: 2.7
// expect: rejected
// note: a whole interval each time
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(interval));
return millis == 0 ? left : Math.min(millis, left);
