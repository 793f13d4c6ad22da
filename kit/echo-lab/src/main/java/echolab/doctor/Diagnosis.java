package echolab.doctor;

/// What one look at the machine found.
///
/// @param level whether it stands in the way
/// @param subject what was looked at, in a word or two
/// @param seen what was found, with its figure
/// @param advice what to do about it; empty when there is nothing to do
public record Diagnosis(Level level, String subject, String seen, String advice) {

    /// Whether something stands in the way. Each level has a sign of its own, for whoever does not see the colour.
    public enum Level {
        GOOD("✔", "green"),
        LIMITED("!", "yellow"),
        BROKEN("✘", "red");

        private final String sign;
        private final String colour;

        Level(String sign, String colour) {
            this.sign = sign;
            this.colour = colour;
        }

        public String sign() {
            return sign;
        }

        /// A colour name as picocli's markup knows it.
        public String colour() {
            return colour;
        }
    }

    public static Diagnosis good(String subject, String seen) {
        return new Diagnosis(Level.GOOD, subject, seen, "");
    }

    public static Diagnosis limited(String subject, String seen, String advice) {
        return new Diagnosis(Level.LIMITED, subject, seen, advice);
    }

    public static Diagnosis broken(String subject, String seen, String advice) {
        return new Diagnosis(Level.BROKEN, subject, seen, advice);
    }
}
