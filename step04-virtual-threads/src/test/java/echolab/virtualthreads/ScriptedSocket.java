package echolab.virtualthreads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A socket with as many messages of one size as the test says; what `write` does is for the test to say, too. As with a socket of the
/// JDK's, an interrupt of a virtual thread that waits in it closes it.
final class ScriptedSocket extends Socket {

    @FunctionalInterface
    interface Kernel {
        void takes(int length, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger written = new AtomicInteger();
    private final InputStream in;
    private final int size;
    private final Kernel kernel;

    /// Closed for reading, the client waits behind this until the test is over.
    private final CountDownLatch end = new CountDownLatch(1);

    ScriptedSocket(int messages, int size, Kernel kernel) {
        this.in = new ByteArrayInputStream(new byte[messages * size]);
        this.size = size;
        this.kernel = kernel;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("read a buffer at a time");
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                var count = in.read(buffer, from, Math.min(length, size));
                if (count < 0) {
                    await(end);
                }
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("write a buffer at a time");
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    kernel.takes(length, closed);
                } catch (InterruptedException _) {
                    close();
                    throw new SocketException("Closed by interrupt");
                }
                if (closed.getCount() == 0) {
                    throw new SocketException("Socket closed");
                }
                written.addAndGet(length);
            }

            @Override
            public void close() {
                ScriptedSocket.this.close();
            }
        };
    }

    private void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException _) {
            close();
            throw new SocketException("Closed by interrupt");
        }
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setSoTimeout(int millis) {}

    @Override
    public void close() {
        closed.countDown();
        end.countDown();
    }

    @Override
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    int written() {
        return written.get();
    }
}
