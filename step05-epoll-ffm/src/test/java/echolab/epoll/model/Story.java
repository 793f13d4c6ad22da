package echolab.epoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A tree that a main task goes through, and cancels that come from nobody in it.
record Story(Tree main, List<Blow> blows) {

    /// Another thread's cancel, as a loop meets it: between two tasks.
    ///
    /// @param millis at what time
    /// @param turns how many turns of the loop after it
    /// @param task the id of its victim
    record Blow(int millis, int turns, int task) {}

    static Story random(long seed) {
        var random = new Random(seed);
        var main = new TreeGrowth(random).grow();
        var victims = main.bodies();
        var blows =
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ ->
                                new Blow(
                                        10 * random.nextInt(5),
                                        random.nextInt(4),
                                        victims.get(random.nextInt(victims.size())).id()))
                        .toList();
        return new Story(main, blows);
    }

    Stream<Story> smaller() {
        var fewer =
                IntStream.range(0, blows.size())
                        .mapToObj(i -> {
                            var others = new ArrayList<>(blows);
                            others.remove(i);
                            return new Story(main, others);
                        });
        return Stream.concat(fewer, main.smaller().map(tree -> new Story(tree, blows)));
    }

    int size() {
        return main.size() + blows.size();
    }

    @Override
    public String toString() {
        return main + "blows: " + blows;
    }
}
