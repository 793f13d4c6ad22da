package echolab.epoll;

import echolab.EchoMain;
import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import echolab.epoll.dump.DumpSignal;
import echolab.epoll.loop.EventLoop;
import java.io.IOException;
import java.util.List;

/// Step 05: tasks on our own epoll loop, which we call through the Foreign Function & Memory API.
///
/// The system property `echolab.listeners` (default 1) says how many loops share the port.
public final class EpollStep implements EchoStep {

    private volatile EpollServer newest;

    public static void main(String[] args) {
        EchoMain.run(new EpollStep(), args);
    }

    @Override
    public String id() {
        return "step05";
    }

    @Override
    public String title() {
        return "epoll by FFM";
    }

    @Override
    public EchoServer listen(EchoOptions options) throws IOException {
        EventLoop.requireSupported();
        newest = EpollServer.listen(options, Integer.getInteger("echolab.listeners", 1));
        return newest;
    }

    /// A program of its own answers `kill -USR1`, see [DumpSignal].
    @Override
    public void prepareProgram() {
        DumpSignal.prints(() -> newest == null ? "no server yet%n".formatted() : newest.tasks());
    }

    @Override
    public List<String> jvmFlags() {
        return List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED");
    }
}
