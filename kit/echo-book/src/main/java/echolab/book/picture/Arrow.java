package echolab.book.picture;

/// An arrow of a picture.
///
/// @param waits whether it means *waits for* (dashed) or *acts on* (solid)
/// @param label may be empty
/// @param bend how far its middle lies beside the straight line, to the left as one walks along it; 0 is straight
record Arrow(String from, String to, boolean waits, String label, double bend) {}
