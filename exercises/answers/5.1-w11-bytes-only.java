// exercise: 5.1
// expect: rejected
// note: knows results up to 255
return returned >= 0 ? returned & 0xff : -errno.get(JAVA_INT, ERRNO);
