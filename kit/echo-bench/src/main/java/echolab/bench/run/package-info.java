/// A benchmark as it runs: its options, its parts and what they do to servers and load generators, what the slices come to, and how
/// far it is. The command line uses it; it uses `load`, `machine` and `result`.
package echolab.bench.run;
