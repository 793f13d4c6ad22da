// exercise: 4.4
// expect: rejected
// note: looks at the clock afterwards
var begin = System.nanoTime();
socket.getOutputStream().write(buffer, 0, count);
if (System.nanoTime() - begin > options.idleTimeout().toNanos()) {
    throw new IOException("not taken in time");
}
