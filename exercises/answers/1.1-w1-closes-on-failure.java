// exercise: 1.1
// expect: rejected
// note: closes in the catch, and not when all went well
try {
    for (var count = read(); count >= 0; count = read()) {
        write(count);
    }
} catch (IOException e) {
    close();
}
