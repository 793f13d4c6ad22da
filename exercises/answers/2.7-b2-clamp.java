// exercise: 2.7
// expect: solved
// note: clamps to what is left, which is one at least
return interval == 0
        ? millis
        : Math.clamp(
                millis == 0 ? Long.MAX_VALUE : millis,
                1L,
                Math.max(1L, (nextLook - System.nanoTime()) / 1_000_000L));
