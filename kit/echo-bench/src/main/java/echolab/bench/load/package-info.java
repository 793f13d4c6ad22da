/// What puts load on a server: our own generator, a process that is told what to do line by line, and ApacheBench. `run` uses it; it
/// uses `result` for what it has seen.
package echolab.bench.load;
