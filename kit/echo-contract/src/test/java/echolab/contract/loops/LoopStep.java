package echolab.contract.loops;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// A server in one thread with a selector: right in what the cases look at. The broken ones in [BrokenLoops] override
/// one decision each.
public class LoopStep implements EchoStep {

    public static void main(String... args) {
        EchoMain.run(new LoopStep(), args);
    }

    @Override
    public String id() {
        return "loop";
    }

    @Override
    public String title() {
        return "a selector loop, for the tests of the contract";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        var selector = Selector.open();
        var listener = open();
        listener.bind(options.address(), options.backlog());
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        return new LoopServer(this, options, selector, listener);
    }

    protected ServerSocketChannel open() throws IOException {
        return ServerSocketChannel.open();
    }

    /// Waits until something can be done, for a while.
    protected void select(Selector selector, long millis) throws IOException {
        selector.select(millis);
    }

    /// One turn of a conversation.
    protected void echo(SelectionKey key, EchoOptions options) throws IOException {
        turn(key, options);
    }

    /// Reads once and writes once.
    ///
    /// @return whether bytes came and all went: more may be possible at once
    protected final boolean turn(SelectionKey key, EchoOptions options) throws IOException {
        var channel = (SocketChannel) key.channel();
        var buffer = (ByteBuffer) key.attachment();
        var count = buffer.position() > 0 ? 0 : channel.read(buffer);
        if (count < 0) {
            ended(key);
            return false;
        }
        if (count > 0) {
            options.observer().read(count);
        }
        var some = buffer.position() > 0;
        channel.write(buffer.flip());
        buffer.compact();
        var all = buffer.position() == 0;
        key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
        return some && all;
    }

    /// The client has ended its side, and has everything back.
    protected void ended(SelectionKey key) throws IOException {
        key.channel().close();
    }

    /// A conversation failed.
    protected void failed(SocketChannel channel, Throwable failure) throws IOException {
        channel.close();
    }

    /// There was no buffer for a client that had been accepted.
    protected void noMemory(SocketChannel channel, OutOfMemoryError failure) throws IOException {
        channel.close();
    }

    /// The kernel refused to accept: the loop takes no interest in clients that come, for a while.
    protected void acceptFailed(SelectionKey listener) {
        listener.interestOps(0);
    }

    /// The grace is over.
    ///
    /// @return whether the loop may end now
    protected boolean cut(SocketChannel channel) throws IOException {
        channel.close();
        return true;
    }

    /// Somebody closes the server, and its loop knows.
    protected void awaitEnd(Thread loop) {
        EchoServer.awaitEnd(loop);
    }
}
