package echolab.cli;

import echolab.book.run.Capture;
import echolab.cli.command.LabCommand;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab book`: the launcher makes the book, because that takes Maven; what the chapters' commands print is captured
/// here.
@Command(name = "book", description = "Makes the book, as pages and as PDF, and says where it is.")
public final class BookCommand extends LabCommand {

    @Option(names = "--html", description = "Make the pages only.")
    private boolean html;

    @Option(names = "--pdf", description = "Make the PDF only.")
    private boolean pdf;

    @Option(names = "--open", description = "Open it.")
    private boolean open;

    @Option(names = "--watch", description = "Make the pages again whenever something changes.")
    private boolean watch;

    @Option(
            names = "--capture",
            description = {
                "Run the commands that the chapters show, and keep what they print",
                "in chapters/captured/. Without a CHAPTER, of all chapters."
            })
    private boolean capture;

    @Parameters(paramLabel = "CHAPTER", description = "What to capture, for example 01-blocking.")
    private List<String> chapters = List.of();

    @Override
    public Integer call() throws IOException {
        if (!capture) {
            throw bad("the launcher does this, not the jar: run ./lab book");
        }
        new Capture(root(), out()).run(chapters);
        return 0;
    }
}
