/// The commands that measure a server or look into one. Only `echolab.cli` uses it; it uses the benchmark, the traces
/// and the peers.
package echolab.cli.measure;
