package echolab.workshop;

/// One rung of the ladder from question to shape.
///
/// @param title what it is about, a few words
/// @param text AsciiDoc, as it stands in the exercise
public record Hint(String title, String text) {}
