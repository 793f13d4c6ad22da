// exercise: 5.1
// expect: either
// note: reads 16 bits, which all numbers fit into on a little-endian machine
return returned >= 0
        ? returned
        : -errno.get(java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED, ERRNO);
