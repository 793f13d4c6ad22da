package echolab.workshop.folder;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Which hint comes next. Each time one is asked for, the next, and then the last again. How far somebody has
/// climbed is the only thing that the workshop writes down: that an exercise is solved is told by its tests alone.
public final class HintLadder {

    private final Path file;

    public HintLadder(Course course) {
        this.file = Workspace.all(course).resolve("hints.properties");
    }

    /// The rung that comes next, from 1.
    public int next(Exercise exercise) throws IOException {
        var climbed = climbed();
        var rung = Math.min(rung(climbed, exercise) + 1, exercise.hints().size());
        climbed.setProperty(exercise.number().toString(), String.valueOf(rung));
        Files.createDirectories(file.getParent());
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            climbed.store(writer, "the hints that were shown");
        }
        return rung;
    }

    /// The last rung that was shown; 0 if none was.
    public int last(Exercise exercise) throws IOException {
        return rung(climbed(), exercise);
    }

    private static int rung(Properties climbed, Exercise exercise) {
        var text = climbed.getProperty(exercise.number().toString(), "0");
        return text.matches("\\d") ? Integer.parseInt(text) : exercise.hints().size();
    }

    private Properties climbed() throws IOException {
        var climbed = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                climbed.load(reader);
            } catch (IllegalArgumentException | CharacterCodingException e) {
                throw new IOException(file + " cannot be read, delete it: " + e.getMessage(), e);
            }
        }
        return climbed;
    }
}
