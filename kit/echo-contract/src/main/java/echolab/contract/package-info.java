/// What every echo server must do: cases that JUnit runs in a step, and the command line against any server. Steps use
/// it in tests; it uses `echolab.process` and never the benchmark.
package echolab.contract;
