/// Results for people: the same sections, tables and sentences for a terminal and for a page. The command line uses it; it uses
/// `result` and `chart`.
package echolab.bench.report;
