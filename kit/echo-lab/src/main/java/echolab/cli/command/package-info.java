/// What all commands share: a terminal, a way to refuse, and the servers that have a name. Only commands use it; it
/// uses what can be measured and what can be held against the contract.
package echolab.cli.command;
