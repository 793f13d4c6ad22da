// exercise: 5.1
// expect: solved
// note: a switch over the sign
return switch (Integer.signum(returned)) {
    case -1 -> {
        int number = errno.get(JAVA_INT, ERRNO);
        yield -number;
    }
    default -> returned;
};
