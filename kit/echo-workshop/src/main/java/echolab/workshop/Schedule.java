package echolab.workshop;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How does a course fill half a day, a day, or two? Every step is told; as many exercises as fit are done, and the time that is
/// left is for going further.
///
/// An exercise takes the minutes that it states. They are chosen in rounds, the first of every step, then the second of every step,
/// and so on: the story of the five steps is whole, however short the day is.
///
/// @param course the exercises
/// @param halves how many half days there are
public record Schedule(Course course, int halves) {

    /// From this minute of a half on, at the next occasion.
    private static final int BREAK_AFTER = 90;

    private static final int BREAK = 15;

    /// Nobody sits for longer than this without one.
    private static final int LONGEST_SITTING = 120;

    /// With no more than this left of a half, it is time to go on to the end.
    private static final int LAST_PART = 45;

    private static final int HALF = 210;
    private static final int OPENING = 10;
    private static final int TALK = 15;
    private static final int CLOSING = 20;
    private static final int LEAST_FURTHER = 10;

    private static final List<LocalTime> BEGINS = List.of(LocalTime.of(9, 0), LocalTime.of(13, 30));

    /// What happens next.
    ///
    /// @param half from 0, two a day
    /// @param begin when it begins
    /// @param minutes how long it takes
    /// @param what in a few words
    public record Entry(int half, LocalTime begin, int minutes, String what) {}

    /// @param pausable whether it may be broken off for a break
    private record Item(int minutes, String what, boolean pausable) {

        Item(int minutes, String what) {
            this(minutes, what, false);
        }
    }

    /// The entries in their order.
    ///
    /// @throws IllegalArgumentException when the time is too short for the talks alone
    public List<Entry> entries() {
        var chosen = chosen();
        var further = 0;
        while (fits(items(chosen, further + 10))) {
            further += 10;
        }
        return walk(items(chosen, further));
    }

    /// What does not fit: for who is quicker, or for the evening.
    public List<Exercise> left() {
        var chosen = chosen().values().stream().flatMap(List::stream).toList();
        return course.exercises().stream().filter(exercise -> !chosen.contains(exercise)).toList();
    }

    private Map<String, List<Exercise>> chosen() {
        var chosen = new LinkedHashMap<String, List<Exercise>>();
        course.steps().forEach(step -> chosen.put(step, new ArrayList<>()));
        if (!fits(items(chosen, 0))) {
            throw new IllegalArgumentException("the talks alone take longer than that");
        }
        var rounds =
                course.steps().stream().mapToInt(step -> course.of(step).size()).max().orElse(0);
        for (var round = 0; round < rounds; round++) {
            for (var step : course.steps()) {
                addIfItFits(chosen, step, round);
            }
        }
        return chosen;
    }

    /// An exercise builds on those before it: none is added once one was left out.
    private void addIfItFits(Map<String, List<Exercise>> chosen, String step, int round) {
        var exercises = chosen.get(step);
        if (exercises.size() != round || round >= course.of(step).size()) {
            return;
        }
        exercises.add(course.of(step).get(round));
        if (!fits(items(chosen, 0))) {
            exercises.removeLast();
        }
    }

    /// @param further how many per cent of a step's exercises are added for going further
    private List<Item> items(Map<String, List<Exercise>> chosen, int further) {
        var items = new ArrayList<Item>();
        items.add(new Item(OPENING, "Opening: ./lab doctor, ./lab start, and who we are"));
        for (var step : chosen.entrySet()) {
            var number = Course.number(step.getKey());
            items.add(new Item(TALK, "Talk and demo: step " + number));
            for (var exercise : step.getValue()) {
                items.add(new Item(exercise.minutes(), "Exercise " + exercise.name()));
            }
            var minutes = step.getValue().stream().mapToInt(Exercise::minutes).sum();
            var extra = minutes * further / 100 / 5 * 5;
            if (extra >= LEAST_FURTHER) {
                items.add(new Item(extra, "Compare, go further: step " + number, true));
            }
        }
        items.add(new Item(CLOSING, "Closing: ./lab bench, and who guessed right"));
        return items;
    }

    private boolean fits(List<Item> items) {
        return walk(items).getLast().half() < halves;
    }

    private static List<Entry> walk(List<Item> items) {
        var walk = new Walk();
        items.forEach(walk::add);
        return walk.entries;
    }

    /// Through the halves, item by item. What does not fit into what is left of a half begins the next one.
    private static final class Walk {

        private final List<Entry> entries = new ArrayList<>();
        private int half;
        private int minute;
        private int sitting;

        void add(Item item) {
            var tooLong = sitting + item.minutes() > LONGEST_SITTING;
            var isDue = sitting >= BREAK_AFTER && (tooLong || HALF - minute > LAST_PART);
            var isSplit = !isDue && tooLong && item.pausable();
            var needed = item.minutes() + (isDue || isSplit ? BREAK : 0);
            if (minute > 0 && minute + needed > HALF) {
                half++;
                minute = 0;
                sitting = 0;
                add(item);
            } else if (isDue) {
                enter(new Item(BREAK, "Break"));
                sitting = 0;
                add(item);
            } else if (isSplit) {
                var first = Math.max(LEAST_FURTHER, BREAK_AFTER - sitting);
                enter(new Item(first, item.what()));
                add(new Item(item.minutes() - first, item.what(), true));
            } else {
                enter(item);
            }
        }

        private void enter(Item item) {
            var begin = BEGINS.get(half % BEGINS.size()).plusMinutes(minute);
            entries.add(new Entry(half, begin, item.minutes(), item.what()));
            minute += item.minutes();
            sitting += item.minutes();
        }
    }
}
