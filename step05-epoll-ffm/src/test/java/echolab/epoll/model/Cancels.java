package echolab.epoll.model;

import java.util.ArrayList;
import java.util.List;

/// Which cancel does a task of the model hear of next? The rules of the runtime told in another way: with stages.
///
/// A task is on a *stage*. On each it hears of one cancel at a time, the outermost that is asked for in a block of this stage, and of no
/// other until it has left that block. A new stage begins where a cancel of an outer stage is none of one's business: with a shield, and with each
/// block that is entered while one cleans up after a cancel. It ends with the block that it began with.
final class Cancels {

    static final class Block {
        private boolean requested;
        private int heard;
    }

    private static final class Stage {
        private final int first;

        /// The block whose cancel is heard of here, or will be at the next wait.
        private Block about;

        private boolean toBeHeard;

        Stage(int first) {
            this.first = first;
        }

        boolean isCleaningUp() {
            return about != null && !toBeHeard;
        }
    }

    private final Block whole = new Block();
    private final List<Block> blocks = new ArrayList<>(List.of(whole));
    private final List<Stage> stages = new ArrayList<>(List.of(new Stage(0)));
    private final Runnable wake;

    Cancels(Runnable wake) {
        this.wake = wake;
    }

    void requestWhole() {
        request(whole);
    }

    boolean isWholeRequested() {
        return whole.requested;
    }

    void request(Block block) {
        if (!block.requested) {
            block.requested = true;
            tell();
        }
    }

    private void tell() {
        var stage = stages.getLast();
        if (stage.about == null) {
            blocks.subList(stage.first, blocks.size()).stream()
                    .filter(block -> block.requested)
                    .findFirst()
                    .ifPresent(block -> tell(stage, block));
        }
    }

    private void tell(Stage stage, Block block) {
        stage.about = block;
        stage.toBeHeard = true;
        wake.run();
    }

    void enter(Block block, boolean shield) {
        var stage = stages.getLast();
        if (shield || stage.isCleaningUp()) {
            if (stage.toBeHeard) {
                stage.toBeHeard = false;
                stage.about = null; // later, then
            }
            stages.add(new Stage(blocks.size()));
        }
        blocks.add(block);
    }

    void leave(Block block) {
        blocks.removeLast();
        if (stages.size() > 1 && stages.getLast().first == blocks.size()) {
            stages.removeLast();
        }
        var stage = stages.getLast();
        if (stage.about == block) {
            stage.about = null;
            stage.toBeHeard = false;
        }
        tell();
    }

    boolean isToBeHeard() {
        return stages.getLast().toBeHeard;
    }

    /// Whether there is something to hear, which then has been heard.
    boolean hear() {
        var stage = stages.getLast();
        if (!stage.toBeHeard) {
            return false;
        }
        stage.toBeHeard = false;
        if (++stage.about.heard > 1) {
            throw new AssertionError("heard twice of the same cancel");
        }
        return true;
    }

    /// It was heard where nothing could be made of it.
    void hearAgain() {
        var stage = stages.getLast();
        stage.toBeHeard = true;
        stage.about.heard--;
    }

    boolean isAbout(Block block) {
        return stages.getLast().about == block;
    }

    boolean isAboutAnything() {
        return stages.getLast().about != null;
    }
}
