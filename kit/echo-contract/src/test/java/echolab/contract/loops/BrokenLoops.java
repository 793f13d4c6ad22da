package echolab.contract.loops;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Loops that are wrong in one way each, in which a real one could be. Those that a case starts as a child have a
/// `main` of their own.
public final class BrokenLoops {

    /// What a client sees of a server that is gone: that depends on what it does just then.
    public static final String GONE =
            "the server ended the connection|Connection reset|Broken pipe|cannot connect to|Connection refused|nothing came for";

    private BrokenLoops() {}

    /// Lets the exception of one connection end the loop: a reset takes all clients with it.
    public static final class DiesOfAReset extends LoopStep {
        @Override
        protected void failed(SocketChannel channel, Throwable failure) throws IOException {
            if (failure instanceof IOException reset) {
                throw reset;
            }
            super.failed(channel, failure);
        }
    }

    /// Expects no exception of its handler but those of input and output.
    public static class DiesOfAHandler extends LoopStep {
        @Override
        protected void failed(SocketChannel channel, Throwable failure) throws IOException {
            if (failure instanceof RuntimeException bug) {
                throw bug;
            }
            super.failed(channel, failure);
        }
    }

    /// Tells by the first byte who has come, and does not expect that none comes.
    public static final class LooksAtTheFirstByte extends DiesOfAHandler {
        private final Set<SelectionKey> known = new HashSet<>();

        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            var buffer = (ByteBuffer) key.attachment();
            if (known.add(key)) {
                var first = ByteBuffer.allocate(1);
                ((SocketChannel) key.channel()).read(first);
                buffer.put(first.flip().get());
            }
            super.echo(key, options);
        }
    }

    /// Reads as long as something comes, and writes then: but not when that was the end.
    public static final class ReadsToTheEndFirst extends LoopStep {
        public static void main(String... args) {
            EchoMain.run(new ReadsToTheEndFirst(), args);
        }

        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            var channel = (SocketChannel) key.channel();
            var buffer = (ByteBuffer) key.attachment();
            var count = channel.read(buffer);
            while (count > 0) {
                count = channel.read(buffer);
            }
            if (count < 0) {
                ended(key);
            } else {
                turn(key, options);
            }
        }
    }

    /// Stays with a client until it has taken all.
    public static final class InsistsOnWriting extends LoopStep {
        public static void main(String... args) {
            EchoMain.run(new InsistsOnWriting(), args);
        }

        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            do {
                turn(key, options);
            } while (key.isValid() && key.interestOps() == SelectionKey.OP_WRITE);
        }
    }

    /// Expects exceptions of its handler, but no errors.
    public static final class DiesOfAnError extends LoopStep {
        @Override
        protected void failed(SocketChannel channel, Throwable failure) throws IOException {
            if (failure instanceof Error error) {
                throw error;
            }
            super.failed(channel, failure);
        }
    }

    /// Has no answer to an error when it accepts.
    public static final class DiesWithoutMemory extends LoopStep {
        public static void main(String... args) {
            EchoMain.run(new DiesWithoutMemory(), args);
        }

        @Override
        protected void noMemory(SocketChannel channel, OutOfMemoryError failure) {
            throw failure;
        }
    }

    /// Tries again at once when no descriptor is left.
    public static final class AcceptsAgainAtOnce extends LoopStep {
        public static void main(String... args) {
            EchoMain.run(new AcceptsAgainAtOnce(), args);
        }

        @Override
        protected void acceptFailed(SelectionKey listener) {}
    }

    /// Takes an error of `accept` for its own end. Its process stays.
    public static final class DiesOfAccept extends LoopStep {
        public static void main(String... args) {
            EchoMain.run(new DiesOfAccept(), args);
        }

        @Override
        protected void acceptFailed(SelectionKey listener) {
            throw new IllegalStateException("accept failed");
        }
    }

    /// Once an error has come it no longer waits for clients, but looks for them.
    public static final class NeverRestsAgain extends LoopStep {
        public static void main(String... args) {
            EchoMain.run(new NeverRestsAgain(), args);
        }

        @Override
        protected void acceptFailed(SelectionKey listener) {
            super.acceptFailed(listener);
            Thread.ofPlatform().daemon().start(() -> look(listener));
        }

        private static void look(SelectionKey listener) {
            while (listener.isValid()) {
                listener.selector().wakeup();
            }
        }
    }

    /// Listens on every address, whatever it is told.
    public static final class ListensEverywhere extends LoopStep {
        @Override
        public EchoServer listen(EchoOptions options) throws IOException {
            return super.listen(options.withHost("::"));
        }
    }

    /// Knows no addresses but the old ones: every address is every one of IPv4.
    public static final class KnowsIPv4Only extends LoopStep {
        @Override
        protected ServerSocketChannel open() throws IOException {
            return ServerSocketChannel.open(StandardProtocolFamily.INET);
        }

        @Override
        public EchoServer listen(EchoOptions options) throws IOException {
            return super.listen(options.withHost("0.0.0.0"));
        }
    }

    /// Sends its FIN, and keeps the descriptor.
    public static final class LeaksDescriptors extends LoopStep {
        private final List<SocketChannel> forgotten = new ArrayList<>();

        public static void main(String... args) {
            EchoMain.run(new LeaksDescriptors(), args);
        }

        @Override
        protected void ended(SelectionKey key) throws IOException {
            var channel = (SocketChannel) key.channel();
            channel.shutdownOutput();
            key.cancel();
            forgotten.add(channel);
        }
    }

    /// Stays with a connection until that has ended: others wait, however much CPU there is.
    public static final class Greedy extends LoopStep {
        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            while (key.isValid()) {
                turn(key, options);
            }
        }
    }

    /// Gives way to the others, but who fills its buffer is served for some megabytes first.
    public static final class StaysTooLong extends LoopStep {
        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            var read = new int[1];
            var counting = options.withObserver(bytes -> read[0] += bytes);
            turn(key, counting);
            if (read[0] == options.readBufferSize()) {
                while (read[0] < 10 << 20 && key.isValid()) {
                    turn(key, counting);
                }
            }
        }
    }

    /// Ends its loop at the end of the grace, and forgets who is connected.
    public static final class LeavesConnectionsOpen extends LoopStep {
        @Override
        protected boolean cut(SocketChannel channel) {
            return true;
        }
    }

    /// Waits for its clients to leave, grace or no grace.
    public static final class NeverCuts extends LoopStep {
        public static void main(String... args) {
            EchoMain.run(new NeverCuts(), args);
        }

        @Override
        protected boolean cut(SocketChannel channel) {
            return false;
        }
    }

    /// Cuts who is idle when the grace is over, but lets what it writes come to an end first.
    public static final class FinishesItsWrites extends LoopStep {
        private final Set<SocketChannel> writing = new HashSet<>();

        @Override
        protected void echo(SelectionKey key, EchoOptions options) throws IOException {
            super.echo(key, options);
            var channel = (SocketChannel) key.channel();
            if (key.isValid() && key.interestOps() == SelectionKey.OP_WRITE) {
                writing.add(channel);
            } else {
                writing.remove(channel);
            }
        }

        @Override
        protected boolean cut(SocketChannel channel) throws IOException {
            return !writing.contains(channel) && super.cut(channel);
        }
    }

    /// Leaves its clients to themselves when whoever closes it is interrupted.
    public static final class LeavesWhenInterrupted extends LoopStep {
        @Override
        protected void awaitEnd(Thread loop) {
            try {
                loop.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
