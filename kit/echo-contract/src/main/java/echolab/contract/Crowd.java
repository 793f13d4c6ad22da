package echolab.contract;

import echolab.process.Digits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Thousands of clients in one thread: all send a little, and each checks what comes back.
final class Crowd implements AutoCloseable {

    private final ByteBuffer input = ByteBuffer.allocateDirect(4096);
    private final List<Member> members = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final Duration patience;

    private static final class Member {
        private final Bytes bytes = new Bytes();
        private final SocketChannel channel;
        private long sent;
        private long received;

        Member(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private Crowd(Duration patience) throws IOException {
        this.patience = patience;
    }

    static Crowd connect(InetSocketAddress address, int count, Duration patience)
            throws IOException {
        var crowd = new Crowd(patience);
        try {
            while (crowd.members.size() < count) {
                crowd.join(EchoClient.open(address, patience));
            }
            return crowd;
        } catch (IOException e) {
            crowd.close();
            throw new IOException(
                    Digits.in(
                            "connection %,d of %,d: %s",
                            crowd.members.size() + 1, count, e.getMessage()),
                    e);
        }
    }

    private void join(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        var member = new Member(channel);
        members.add(member);
        channel.register(selector, SelectionKey.OP_READ, member);
    }

    /// Every client sends the next bytes: few enough for the kernel to take them at once.
    void send(int count) throws IOException {
        for (var member : members) {
            var taken = member.channel.write(member.bytes.at(member.sent, count));
            member.sent += taken;
            if (taken < count) {
                throw new AssertionError(
                        "the server took only %s of %s bytes".formatted(taken, count));
            }
        }
    }

    /// Reads until every client has back what it sent.
    void receiveAll() throws IOException {
        while (waiting() > 0) {
            if (!receive(patience)) {
                throw new AssertionError(
                        Digits.in(
                                "%,d of %,d clients wait for bytes that they sent; nothing came for %s",
                                waiting(), members.size(), Text.of(patience)));
            }
        }
    }

    /// Reads until nothing has come for a while.
    void receiveUntilStill(Duration still) throws IOException {
        while (receive(still)) {}
    }

    /// How many clients have not had everything back yet.
    int waiting() {
        return (int) members.stream().filter(member -> member.received < member.sent).count();
    }

    int size() {
        return members.size();
    }

    /// Those that have had everything back leave.
    void closeServed() throws IOException {
        for (var member : members) {
            if (member.received == member.sent) {
                member.channel.close();
            }
        }
        members.removeIf(member -> !member.channel.isOpen());
    }

    /// Reads what comes next, for one client or many.
    ///
    /// @return false when nothing came within the limit
    boolean receive(Duration limit) throws IOException {
        var patience = new Patience(limit);
        while (selector.select(this::read, Patience.lookMillis()) == 0) {
            if (patience.isOver()) {
                return false;
            }
        }
        return true;
    }

    private void read(SelectionKey key) {
        var member = (Member) key.attachment();
        try {
            var count = member.channel.read(input.clear());
            if (count < 0) {
                throw new AssertionError(
                        Digits.in(
                                "the server ended a connection after %,d of %,d bytes",
                                member.received, member.sent));
            }
            check(member);
            member.received += count;
        } catch (IOException e) {
            throw new AssertionError(
                    Digits.in(
                            "a connection broke after %,d of %,d bytes: %s",
                            member.received, member.sent, e.getMessage()),
                    e);
        }
    }

    private void check(Member member) {
        input.flip();
        if (input.mismatch(member.bytes.at(member.received, input.remaining())) >= 0) {
            throw new AssertionError(
                    Digits.in(
                            "a client got other bytes than it sent, after %,d right ones",
                            member.received));
        }
    }

    @Override
    public void close() throws IOException {
        for (var member : members) {
            member.channel.close();
        }
        selector.close();
    }
}
