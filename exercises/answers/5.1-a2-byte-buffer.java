// exercise: 5.1
// expect: solved
// note: reads by a buffer in the machine's order
var failed = returned < 0;
return failed
        ? -errno.asByteBuffer().order(java.nio.ByteOrder.nativeOrder()).getInt((int) ERRNO)
        : returned;
