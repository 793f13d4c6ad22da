package echolab.peers.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// What happens when no descriptor is left. Netty rests for a second and then accepts again (on io_uring it was seen to
/// try without rest); this says so, once.
///
/// Left alone, Netty logs it, here with `java.util.logging`, whose first line reads the time zones from a file. Out of
/// descriptors that is an error, it is thrown in the event loop, and the event loop ends with all its connections.
final class AcceptFailures extends ChannelInboundHandlerAdapter {

    private boolean said;

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!said) {
            System.err.println("accept: " + cause.getMessage());
            said = true;
        }
    }
}
