package echolab.cli;

import picocli.CommandLine.Command;

@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    @Override
    public void run() {}
}
