// exercise: 5.1
// expect: rejected
// note: throws, where the number is to say it
if (returned < 0) {
    throw new IllegalStateException("errno is " + errno.get(JAVA_INT, ERRNO));
}
return returned;
