// exercise: 1.1
// expect: solved
// note: an endless loop with a way out
try (socket) {
    while (true) {
        var count = read();
        if (count < 0) {
            break;
        }
        write(count);
    }
} catch (IOException _) {
    // the client broke off: that is its good right
}
