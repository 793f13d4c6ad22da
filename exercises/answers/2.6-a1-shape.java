// exercise: 2.6
// expect: solved
// note: as the step has it
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
pause();
