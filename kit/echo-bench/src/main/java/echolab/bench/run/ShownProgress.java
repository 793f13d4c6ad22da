package echolab.bench.run;

import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Progress with the time that is left: for a person at a terminal one line that moves, for a file or a log a line every ten
/// seconds. It goes to standard error, so that the table on standard output can be sent elsewhere.
public final class ShownProgress implements Progress {

    private static final int PLAIN_MILLIS = 10_000;
    private static final int COLUMNS = 79;

    private final ProgressBarBuilder builder;

    /// Nothing before it begins: a bar of unknown length says nothing.
    private Optional<ProgressBar> bar = Optional.empty();

    private ShownProgress(ProgressBarBuilder builder) {
        this.builder = builder.setTaskName("bench").setUnit(" s", 1000);
    }

    /// For whoever reads the standard error of this process.
    public static Progress here() {
        var console = System.console();
        return console != null && console.isTerminal()
                ? new ShownProgress(
                        new ProgressBarBuilder()
                                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                                .setUpdateIntervalMillis(200)
                                .clearDisplayOnFinish())
                : plain(System.err::println);
    }

    static Progress plain(Consumer<String> lines) {
        return new ShownProgress(
                new ProgressBarBuilder()
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(PLAIN_MILLIS)
                        .setConsumer(new DelegatingProgressBarConsumer(lines, COLUMNS)));
    }

    @Override
    public void begin(long millis) {
        bar = Optional.of(builder.setInitialMax(millis).build());
    }

    @Override
    public void doing(String what) {
        bar.ifPresent(begun -> begun.setExtraMessage(" " + what));
    }

    @Override
    public void advance(long millis) {
        bar.ifPresent(begun -> begun.stepBy(millis));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
