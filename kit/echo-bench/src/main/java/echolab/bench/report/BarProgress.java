package echolab.bench.report;

import echolab.bench.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Progress for a person at a terminal: one line that moves, with the time that is left. It goes to standard error, so
/// that the table on standard output can be sent elsewhere.
public final class BarProgress implements Progress {

    private final ProgressBar bar =
            new ProgressBarBuilder()
                    .setTaskName("bench")
                    .setUnit(" s", 1000)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish()
                    .build();

    @Override
    public void begin(long millis) {
        bar.maxHint(millis);
    }

    @Override
    public void doing(String what) {
        bar.setExtraMessage(" " + what);
    }

    @Override
    public void advance(long millis) {
        bar.stepBy(millis);
    }

    @Override
    public void close() {
        bar.close();
    }
}
