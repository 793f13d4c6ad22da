/// The command that holds servers against the contract. Only `echolab.cli` uses it; it uses the contract.
package echolab.cli.contract;
