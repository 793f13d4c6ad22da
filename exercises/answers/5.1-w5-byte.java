// exercise: 5.1
// expect: rejected
// note: reads one byte of the number
return returned >= 0
        ? returned
        : -errno.get(java.lang.foreign.ValueLayout.JAVA_BYTE, ERRNO);
