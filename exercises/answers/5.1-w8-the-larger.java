// exercise: 5.1
// expect: rejected
// note: takes the larger of the two, which of two failures is -1
return Math.max(returned, -errno.get(JAVA_INT, ERRNO));
