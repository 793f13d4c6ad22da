// exercise: 5.1
// expect: either
// note: takes -1 alone for a failure, as C libraries do
return returned == -1 ? -errno.get(JAVA_INT, ERRNO) : returned;
