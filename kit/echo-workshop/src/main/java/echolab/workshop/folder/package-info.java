/// The folder in which a participant works: how it is carved out of a step, kept, mended and compared. It uses
/// `echolab.workshop` and its `run`; the check and the command line use it.
package echolab.workshop.folder;
