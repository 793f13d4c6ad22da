import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

/// A server on virtual threads with three faults, planted for the chapter *When it hangs*. Each line that a client sends comes back.
///
///     java chapters/programs/ThreeFaults.java 8888
///
/// Read the chapter first, and this file last.
public class ThreeFaults {

    private static final ReentrantLock left = new ReentrantLock();
    private static final ReentrantLock right = new ReentrantLock();

    public static void main(String[] args) throws IOException {
        var port = Integer.parseInt(args[0]);
        var listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        System.out.println("Serving on 127.0.0.1:" + port);
        var acceptor = Thread.ofVirtual().name("accept").start(() -> accept(listener));
        while (acceptor.isAlive()) {
            try {
                acceptor.join();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static void accept(ServerSocket listener) {
        for (var number = 1; ; number++) {
            try {
                var socket = listener.accept();
                Thread.ofVirtual().name("client-" + number).start(() -> serve(socket));
            } catch (IOException e) {
                System.out.println("accept failed: " + e.getMessage());
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            var out = new PrintStream(socket.getOutputStream(), true);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                switch (line) {
                    case "copy" -> both(left, right);
                    case "move" -> both(right, left);
                    case "sum" -> sum();
                    default -> {}
                }
                out.println(line);
            }
        } catch (IOException e) {
            System.out.println("a client broke off: " + e.getMessage());
        }
    }

    private static void both(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try {
            pause();
            second.lock();
            second.unlock();
        } finally {
            first.unlock();
        }
    }

    /// What a real program does with the first thing before it needs the second.
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long sum() {
        var sum = 0L;
        for (var i = 1L; i != 0; i++) sum += i;
        return sum;
    }
}
