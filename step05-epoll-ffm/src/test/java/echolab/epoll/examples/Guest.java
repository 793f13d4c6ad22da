package echolab.epoll.examples;

import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Who visits the chat room in a test? Somebody with a blocking socket, who has some patience, and no more.
record Guest(String name, Socket socket, BufferedReader in) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Ends a read that is in the middle of a line.
    private static final int LIMIT_MILLIS = 60_000;

    /// So little that a room notices soon when its guest does not read.
    private static final int SMALL_BUFFER = 4096;

    /// Connects, and says nothing yet.
    static Guest comes(int port, String name) throws IOException {
        return comes(new Socket(), port, name);
    }

    private static Guest comes(Socket socket, int port, String name) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        var reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
        var guest = new Guest(name, socket, new BufferedReader(reader));
        guest.reads("What is your name?");
        return guest;
    }

    static Guest join(int port, String name) throws IOException {
        var guest = comes(port, name);
        guest.says(name);
        return guest;
    }

    /// One whose socket holds little, so that what it does not read waits in the room.
    static Guest joinSlowly(int port, String name) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        var guest = comes(socket, port, name);
        guest.says(name);
        return guest;
    }

    Guest seesComing(Guest other) throws IOException {
        reads(other.name + " has come");
        return other;
    }

    void says(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void reads(String expected) throws IOException {
        var line = reads();
        Expect.that(
                "%s reads: %s".formatted(name, shown(expected)),
                expected.equals(line),
                () -> "the line " + shown(line));
    }

    String reads() throws IOException {
        Expect.that(
                name + " reads the next line",
                new Patience(PATIENCE).sees(this::hasMore),
                () -> "nothing came");
        return in.readLine();
    }

    /// What it reads up to this line, and with it.
    List<String> readsUpTo(String last) throws IOException {
        var lines = new ArrayList<String>();
        do {
            lines.add(reads());
        } while (!lines.getLast().equals(last));
        return lines;
    }

    private boolean hasMore() {
        try {
            return in.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shown(String line) {
        return line == null || line.length() < 60 ? line : line.substring(0, 59) + "…";
    }

    /// Has nothing more to say.
    void isDone() throws IOException {
        socket.shutdownOutput();
    }

    /// Is gone without a word: what is on the way to it is lost.
    void vanishes() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    boolean isConnected() {
        return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
