package echolab.virtualthreads;

/// Suppose the server were to greet its clients. What it says has to be fetched from somewhere else ([NewsDesk]), which takes a while: once, by the
/// first who needs it.
final class Greeting {

    private Greeting() {}

    // tag::greeting[]
    /// The same for everybody. Who asks while it is being fetched waits; when it could not be fetched, whoever waits for that gets the exception,
    /// and the next to ask tries again.
    static String text() {
        var known = text;
        if (known != null) {
            return known;
        }
        // a virtual thread that waits for a monitor, or inside one, is taken off its carrier since
        // Java 24
        synchronized (Greeting.class) {
            if (text == null) {
                text = NewsDesk.fetch();
            }
            return text;
        }
    }

    private static volatile String text;
    // end::greeting[]
}
