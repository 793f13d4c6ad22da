// exercise: 5.1
// expect: rejected
// note: takes EAGAIN for a read of nothing
if (returned >= 0) {
    return returned;
}
var number = errno.get(JAVA_INT, ERRNO);
return number == Errno.EAGAIN ? 0 : -number;
