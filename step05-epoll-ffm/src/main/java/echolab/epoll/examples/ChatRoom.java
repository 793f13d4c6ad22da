package echolab.epoll.examples;

import echolab.epoll.net.Listener;
import echolab.epoll.net.Stream;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// How do tasks talk to each other? Through the queues of `java.util.concurrent`: a task that takes from an empty one is
/// suspended, like one that reads from a silent peer.
///
/// All tasks of a room are on one loop, so no lock guards what they share, as long as nothing suspends in between.
public final class ChatRoom {

    private static final int BACKLOG = 128;

    /// Opens a room on loopback, on the port given or else on 8889. Join it with `nc 127.0.0.1 8889`.
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // whatever the machine speaks
        var port = args.length > 0 ? Integer.parseInt(args[0]) : 8889;
        Task.run(() -> {
            var listener = listen(port);
            IO.println("The room is open on port " + listener.address().getPort());
            return new ChatRoom().open(listener);
        });
    }

    static Listener listen(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return Listener.bind(address, BACKLOG, false);
    }

    // tag::room[]
    /// Serves all who come, until its task is cancelled; then it ends, and so does everything that it has started.
    Void open(Listener listener) throws Exception {
        try {
            listener.serveForever(this::welcome);
        } finally {
            listener.close(GRACE);
        }
        return null;
    }

    // Each member has two tasks: `join` reads what the member says and puts it into the queues of
    // the others, `deliver` takes from its own queue and writes. So who reads slowly holds up
    // nobody: its `deliver` waits, and its queue grows. At a limit the membership ends. To wait for
    // room there would stop the room for all, and to drop lines would show that member a talk that
    // never took place. In one turn of the loop everybody may say a line before any `deliver` has
    // its turn: these do not count, since nobody is slow who could not read yet.
    //
    //   socket of A ─▶ join ──say──┬─▶ queue of B ─▶ deliver ─▶ socket of B
    //                              └─▶ queue of C ─▶ deliver ─▶ socket of C

    private static final int UNREAD_LINES = 64;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private record Member(String name, Stream stream, BlockingQueue<String> unread) {

        Member(String name, Stream stream) {
            this(name, stream, new LinkedBlockingQueue<>());
        }
    }

    private final Set<Member> members = new LinkedHashSet<>();

    private void welcome(Stream stream) throws Exception {
        new LineWriter(stream).write("What is your name?");
        var name = stream.readLine();
        if (name == null) {
            return;
        }
        var member = new Member(name, stream);
        members.add(member);
        say(member, name + " has come");
        try {
            join(member);
        } finally {
            members.remove(member);
            say(member, name + " has left");
        }
    }

    private void join(Member member) throws Exception {
        Task.scope(scope -> {
            scope.spawn("deliver to " + member.name(), () -> deliver(member));
            var in = member.stream();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say(member, member.name() + ": " + line);
                // many lines may have come at once: who reads them gets a turn after each
                Task.yield();
            }
            scope.cancel();
            return null;
        });
    }

    private static void deliver(Member member) throws Exception {
        var out = new LineWriter(member.stream());
        while (true) {
            out.write(member.unread().take());
        }
    }

    private void say(Member speaker, String line) {
        var limit = UNREAD_LINES + members.size();
        members.removeIf(member -> member != speaker && !heard(member, line, limit));
    }

    private static boolean heard(Member member, String line, int limit) {
        var hasRoom = member.unread().size() < limit;
        if (hasRoom) {
            member.unread().add(line);
        } else {
            member.stream().close(); // both of its tasks find that out, wherever they wait
        }
        return hasRoom;
    }
    // end::room[]
}
