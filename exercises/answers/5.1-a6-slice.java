// exercise: 5.1
// expect: solved
// note: a slice where the number stands
return returned > -1 ? returned : Math.negateExact(errno.asSlice(ERRNO, 4).get(JAVA_INT, 0));
