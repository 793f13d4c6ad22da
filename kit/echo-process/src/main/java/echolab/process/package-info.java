/// Programs as children of ours, how a server among them tells that it listens, and what a process uses. All of the kit
/// may use it; it uses `echolab` alone.
package echolab.process;
