package echolab.epoll.net;

import echolab.epoll.linux.Errno;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.LinuxException;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.task.Awaited;
import echolab.epoll.task.Task;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/// How does a task talk to a peer? `read` and `write` look like blocking calls, and suspend the task instead of the thread.
///
/// Two tasks may use one stream at the same time, one that reads and one that writes.
///
/// **Buffers** have to be direct: the kernel reads and writes them in place. They are refused as the JDK's channels refuse them, before every
/// system call: one that is read-only, for reading ([IllegalArgumentException]), one whose arena is closed ([IllegalStateException]), one of an
/// arena that is confined to another thread ([WrongThreadException]).
public final class Stream extends Pollable implements AutoCloseable {

    private Lines lines; // made at first use: an echo server never reads ahead
    private ByteBuffer lastRead;
    private MemorySegment lastReadMemory;
    private ByteBuffer lastWritten;
    private MemorySegment lastWrittenMemory;

    Stream(EventLoop loop, int fd) {
        super(loop, fd);
        // a new socket has an empty buffer: write first, and wait only after EAGAIN
        writable = true;
    }

    /// Connects, after looking the name up on another thread.
    ///
    /// @throws java.util.concurrent.TimeoutException when both together take longer than `limit`
    public static Stream connect(String host, int port, Duration limit) throws Exception {
        return Connecting.connect(host, port, limit);
    }

    /// Reads what has arrived, at least one byte; waits when nothing has.
    ///
    /// It does not ask the kernel in vain: while nothing can have come, the task waits for an event without a system call. When
    /// that is so, [#receive] has to know.
    ///
    /// @return how many bytes, 0 when the buffer has no room, -1 at the end
    public int read(ByteBuffer buffer) throws IOException {
        return lines == null ? receive(buffer) : lines.read(buffer);
    }

    // tag::read[]
    /// The same, from the kernel.
    int receive(ByteBuffer buffer) throws IOException {
        giveWay();
        requireOpen();
        requireNoReader();
        var memory = writableMemory(buffer);
        var position = buffer.position();
        var room = buffer.limit() - position;
        if (room == 0) {
            return 0;
        }
        // tag::recv[]
        while (true) {
            if (!readable) {
                awaitReadable();
            }
            var count = loop.linux.recv(fd, from(memory, position), room);
            if (count > 0) {
                // a read that left room has emptied the socket, but an end may lie behind it, or an
                // urgent byte
                readable = count == room || ended || urgent;
                buffer.position(position + count);
                return count;
            }
            if (count == 0) {
                return -1;
            }
            if (count != -Errno.EAGAIN) {
                throw LinuxException.of("recv", this, count);
            }
            readable = false;
            urgent = false;
        }
        // end::recv[]
    }

    // end::read[]

    // tag::write[]
    /// Writes all of it; waits while the peer is slow to take it. That is the backpressure.
    public void write(ByteBuffer buffer) throws IOException {
        giveWay();
        requireOpen();
        var memory = memory(buffer);
        while (buffer.hasRemaining()) {
            if (!writable) {
                awaitWritable();
            }
            var position = buffer.position();
            var count = loop.linux.send(fd, from(memory, position), buffer.remaining());
            if (count >= 0) {
                buffer.position(position + count);
            } else if (count == -Errno.EAGAIN) {
                writable = false;
            } else {
                throw LinuxException.of("send", this, count);
            }
        }
    }

    // end::write[]

    /// Fills the buffer.
    ///
    /// @throws EOFException when the stream ends before it is full
    public void readExactly(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (read(buffer) < 0) {
                throw new EOFException(
                        "%s ended %s bytes before what was asked for"
                                .formatted(this, buffer.remaining()));
            }
        }
    }

    /// The bytes up to and with this one, or those up to the end; nothing at the end.
    ///
    /// @param limit how many bytes to take at most before giving up, at least 1
    /// @throws IOException when it does not come within that many bytes, which are still there to be read
    public byte[] readUntil(byte delimiter, int limit) throws IOException {
        return lines().until(delimiter, limit);
    }

    /// A line of UTF-8 of at most 64 KiB without its end, `\n` or `\r\n`; null at the end.
    public String readLine() throws IOException {
        return lines().line();
    }

    /// Everything up to the end.
    ///
    /// @param limit how many bytes to hold at most
    /// @throws IOException when there are more; what has come is still there to be read
    public byte[] readAll(int limit) throws IOException {
        return lines().all(limit);
    }

    /// Ends our side: the peer reads the end after what was written. Reading goes on.
    public void shutdownOutput() throws IOException {
        requireOpen();
        LinuxException.check("shutdown", this, loop.linux.shutdown(fd, Linux.SHUT_WR));
    }

    /// Closes both sides. A task that waits on it gets an [java.nio.channels.AsynchronousCloseException].
    @Override
    public void close() {
        closeDescriptor();
    }

    /// Asks the kernel, so it fails when the peer has gone.
    public InetSocketAddress peer() throws IOException {
        requireOpen();
        return loop.addresses.peer(fd);
    }

    public InetSocketAddress local() throws IOException {
        requireOpen();
        return loop.addresses.local(fd);
    }

    @Override
    public Awaited awaitedBy(Task<?> task) {
        var operation = operationOf(task);
        return new Awaited(
                "awaits fd " + operation,
                "awaits " + this + " " + operation + peerAfter(", peer "));
    }

    /// Nothing when the peer has gone or has not come yet, or when the loop cannot be asked.
    String peerAfter(String before) {
        try {
            return loop.isOnLoop() ? before + Addresses.text(peer()) : "";
        } catch (IOException _) {
            return "";
        }
    }

    private Lines lines() {
        if (lines == null) {
            lines = new Lines(this);
        }
        return lines;
    }

    /// Where to read into. The same buffer comes again and again, one for each direction, so its memory is kept: to ask for it makes objects.
    ///
    /// @throws IllegalArgumentException when nothing can be written into the buffer, or the kernel cannot reach it
    MemorySegment writableMemory(ByteBuffer buffer) {
        if (buffer.isReadOnly()) {
            throw new IllegalArgumentException(this + " cannot read into a read-only buffer");
        }
        if (buffer != lastRead) {
            lastReadMemory = whole(buffer);
            lastRead = buffer;
        }
        return alive(lastReadMemory);
    }

    /// Where to write from.
    private MemorySegment memory(ByteBuffer buffer) {
        if (buffer != lastWritten) {
            lastWrittenMemory = whole(buffer);
            lastWritten = buffer;
        }
        return alive(lastWrittenMemory);
    }

    private MemorySegment whole(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException(
                    "%s needs a direct buffer, which the kernel can reach: make it by ByteBuffer.allocateDirect"
                            .formatted(this));
        }
        return MemorySegment.ofBuffer(buffer.duplicate().clear());
    }

    private MemorySegment alive(MemorySegment memory) {
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException(this + " was given a buffer whose arena is closed");
        }
        return memory;
    }

    /// Most reads and writes begin at the beginning, and make no object.
    private static MemorySegment from(MemorySegment memory, int position) {
        return position == 0 ? memory : memory.asSlice(position);
    }
}
