// exercise: 5.1
// expect: rejected
// note: clears the number before it reads it
if (returned < 0) {
    errno.set(JAVA_INT, ERRNO, 0);
    return -errno.get(JAVA_INT, ERRNO);
}
return returned;
