// exercise: 4.4
// expect: solved
// note: java.util.Timer, of which nothing is left
var timer = new java.util.Timer(true);
timer.schedule(
        new java.util.TimerTask() {
            @Override
            public void run() {
                try {
                    socket.close();
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "not closed", e);
                }
            }
        },
        options.idleTimeout().toMillis());
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    timer.cancel();
}
