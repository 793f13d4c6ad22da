// exercise: 5.1
// expect: rejected
// note: reads the number in the order of the network
return returned >= 0
        ? returned
        : -errno.get(JAVA_INT.withOrder(java.nio.ByteOrder.BIG_ENDIAN), ERRNO);
