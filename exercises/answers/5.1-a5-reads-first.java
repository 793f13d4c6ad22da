// exercise: 5.1
// expect: solved
// note: reads the number in any case, and uses it when something failed
final int number = errno.get(JAVA_INT, ERRNO);
int result = returned;
if (returned < 0) result = 0 - number;
return result;
