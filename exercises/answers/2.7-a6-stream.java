// exercise: 2.7
// expect: solved
// note: the smallest that is a limit
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return java.util.stream.LongStream.of(millis, left).filter(it -> it > 0).min().orElseThrow();
