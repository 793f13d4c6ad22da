// exercise: 5.1
// expect: rejected
// note: takes an errno that is left from an earlier call for a failure
var number = errno.get(JAVA_INT, ERRNO);
return number != 0 ? -number : returned;
