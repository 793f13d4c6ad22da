package echolab.cli;

import picocli.CommandLine.Command;

@Command(name = "contract", mixinStandardHelpOptions = true)
final class ContractCommand implements Runnable {

    @Override
    public void run() {}
}
