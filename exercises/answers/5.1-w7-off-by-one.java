// exercise: 5.1
// expect: rejected
// note: takes the number off what the function returned
return returned >= 0 ? returned : returned - errno.get(JAVA_INT, ERRNO);
