package echolab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Are the class files that are kept of the peer in Kotlin those of its source? No build compiles it.
class KeptClassFilesTest {

    private static final Path SOURCE = Path.of("src/main/kotlin/echolab/peers/ktor/KtorEcho.kt");
    private static final Path KEPT = Path.of("src/main/compiled/echolab/peers/ktor");

    @Test
    void were_made_of_the_source_that_is_here_with_the_versions_of_the_parent_pom()
            throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(SOURCE));
        var here =
                "KtorEcho.kt %s, Kotlin %s, coroutines %s, Ktor %s\n"
                        .formatted(
                                HexFormat.of().formatHex(digest),
                                version("kotlin"),
                                version("kotlinx-coroutines"),
                                version("ktor"));

        assertThat(KEPT.resolve("compiled-from.txt"))
                .as(
                        "compile %s again: ./mvnw -Pkotlin -pl kit/echo-peers -am process-classes",
                        SOURCE)
                .hasContent(here);
    }

    private static String version(String library) throws IOException {
        var property = Pattern.compile("<%s\\.version>(.*)</".formatted(library));
        var found = property.matcher(Files.readString(Path.of("../../pom.xml")));
        assertThat(found.find()).as("a version of %s in the parent pom", library).isTrue();
        return found.group(1);
    }
}
