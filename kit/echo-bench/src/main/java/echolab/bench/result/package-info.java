/// What is kept of a benchmark, as records, and the one reader and writer of their files. Reports, charts and the book may use it; it
/// uses `machine`.
package echolab.bench.result;
