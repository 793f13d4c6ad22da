package echolab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of the workshop's commands begin with: a participant in a folder of its own, which has step 01 only.
abstract class WorkshopOfStep01 {

    static final String CONNECTION =
            "workshop/step01-blocking/src/main/java/echolab/blocking/Connection.java";

    @TempDir Path root;
    Participant participant;

    @BeforeEach
    void copyStep01() throws IOException {
        participant = Participant.of(root, List.of("step01-blocking"));
    }

    @AfterEach
    void forgetRoot() {
        participant.leaves();
    }
}
