// exercise: 5.1
// expect: solved
// note: asks for the failure first
if (returned < 0) {
    return -errno.get(JAVA_INT, ERRNO);
}
return returned;
