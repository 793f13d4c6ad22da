package echolab.bench.load;

/// The ways in which a message can fail to come back; [Faults] says what each means.
enum Fault {
    CORRUPT,
    CLOSED,
    RESET,
    UNANSWERED
}
