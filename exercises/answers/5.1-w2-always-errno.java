// exercise: 5.1
// expect: rejected
// note: gives errno in any case
return -errno.get(JAVA_INT, ERRNO);
