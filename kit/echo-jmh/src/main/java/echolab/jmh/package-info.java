/// JMH benchmarks of the steps and of what the runtime of step 05 is made of. Nobody calls them but JMH; the one part
/// of the kit that knows a step.
package echolab.jmh;
