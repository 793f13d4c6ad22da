package echolab.epoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// Who visits the chat room in a test? Somebody with a blocking socket, who waits ten seconds for a line and no longer.
record Guest(String name, Socket socket, BufferedReader in) implements AutoCloseable {

    private static final int LIMIT_MILLIS = 60_000;

    static Guest join(int port, String name) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        var reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
        var guest = new Guest(name, socket, new BufferedReader(reader));
        assertThat(guest.reads()).isEqualTo("What is your name?");
        guest.says(name);
        return guest;
    }

    Guest seesComing(Guest other) throws IOException {
        assertThat(reads()).isEqualTo(other.name + " has come");
        return other;
    }

    void says(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String reads() throws IOException {
        try {
            return in.readLine();
        } catch (SocketTimeoutException e) {
            throw new AssertionError(name + " has waited ten seconds for a line in vain", e);
        }
    }

    boolean isConnected() {
        return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
