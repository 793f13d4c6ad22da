package echolab.workshop;

import java.util.Comparator;
import java.util.regex.Pattern;

/// The number of an exercise: `2.3` is the third of step 02.
///
/// @param step 1 to 99
/// @param place 1 to 99, its place among the exercises of the step
public record ExerciseNumber(int step, int place) implements Comparable<ExerciseNumber> {

    private static final Pattern NUMBER = Pattern.compile("([1-9]\\d?)\\.([1-9]\\d?)");
    private static final Comparator<ExerciseNumber> ORDER =
            Comparator.comparingInt(ExerciseNumber::step).thenComparingInt(ExerciseNumber::place);

    /// @throws IllegalArgumentException when it does not look like 2.3
    public static ExerciseNumber parse(String text) {
        var matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not the number of an exercise, for example 2.3");
        }
        return new ExerciseNumber(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public int compareTo(ExerciseNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return step + "." + place;
    }
}
