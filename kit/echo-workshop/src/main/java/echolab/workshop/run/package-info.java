/// A participant's code compiled, and tests run on it in a JVM that may be killed. It uses `echolab.workshop` alone;
/// the folder and the check use it.
package echolab.workshop.run;
