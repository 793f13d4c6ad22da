package echolab.contract;

import echolab.EchoStep;
import echolab.process.ServerCommand;
import java.net.InetSocketAddress;
import java.util.List;

/// What is held against the contract: a step of this course, any program that listens on a port, or a server that
/// runs already. The less we know of it, the fewer cases can be tried; those that can't are reported as such.
public sealed interface Subject {

    /// A step: started inside this JVM, or in one of its own where the case is about a process.
    record Step(EchoStep step) implements Subject {}

    /// A program: started as a child.
    record Program(ServerCommand command) implements Subject {}

    /// A server that somebody else started.
    record Address(InetSocketAddress address) implements Subject {}

    static Subject of(EchoStep step) {
        return new Step(step);
    }

    /// @param words a command line, with `{port}` where its port goes
    static Subject program(List<String> words) {
        return new Program(ServerCommand.ofProgram(String.join(" ", words), words));
    }

    static Subject address(InetSocketAddress address) {
        return new Address(address);
    }

    /// What people call it.
    default String name() {
        return switch (this) {
            case Step(var step) -> step.id();
            case Program(var command) -> command.name();
            case Address(var address) -> address.getHostString() + ":" + address.getPort();
        };
    }
}
