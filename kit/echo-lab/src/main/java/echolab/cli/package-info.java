/// The `lab` command, and those of its commands that belong to no room. Nobody may use it; it may use all of the kit.
package echolab.cli;
