/// The machine that a benchmark runs on: what it is, what it allows, which CPU is whose, and which code is measured. All packages
/// of the benchmark may use it; it uses `echolab.process` alone.
package echolab.bench.machine;
