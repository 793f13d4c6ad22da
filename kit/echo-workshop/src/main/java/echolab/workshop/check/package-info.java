/// Whether an exercise is solved, and how that is told, once or at every save. It may use all of the workshop; the
/// command line uses it.
package echolab.workshop.check;
