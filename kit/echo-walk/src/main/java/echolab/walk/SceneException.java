package echolab.walk;

/// A scene, or what is known of a step, cannot be understood: the message is a sentence that names the file and the line.
public final class SceneException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    SceneException(String sentence) {
        super(sentence);
    }
}
