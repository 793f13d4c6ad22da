package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The wrapper brings a newer Maven than a distribution has, so that a build by `./lab` says nothing of what a plugin wants.
@DisplayName("A plugin of Maven")
final class MavenVersionTest {

    private static final Path POM = Path.of("../../pom.xml");
    private static final Pattern LEAST = Pattern.compile("<version>\\[([\\d.]+),\\)</version>");
    private static final Pattern PLUGIN = Pattern.compile("<(.+)-plugin\\.version>(.+)</");
    private static final Pattern WANTS = Pattern.compile("<requiredMavenVersion>(.+)</");

    /// Some do not say; one of a profile that nobody has used was not fetched.
    @Test
    void wants_no_newer_one_than_the_build_says_it_needs() throws Exception {
        var pom = Files.readString(POM);
        var least = Version.parse(first(LEAST, pom).orElseThrow());
        var wanted = new TreeMap<String, Version>();

        for (var jar : jars(PLUGIN.matcher(pom).results().toList())) {
            first(WANTS, descriptor(jar))
                    .map(Version::parse)
                    .ifPresent(version -> wanted.put(jar.getFileName().toString(), version));
        }

        assertThat(wanted).hasSizeGreaterThan(5);
        assertThat(wanted)
                .allSatisfy((plugin, version) ->
                        assertThat(version).as(plugin).isLessThanOrEqualTo(least));
    }

    private static List<Path> jars(List<MatchResult> plugins) throws Exception {
        var names =
                plugins.stream()
                        .map(it -> it.group(1) + "(-maven)?-plugin-" + Pattern.quote(it.group(2)))
                        .collect(Collectors.joining("|", "(maven-)?(", ")\\.jar"));
        try (var files = Files.walk(repository())) {
            return files.filter(it -> it.getFileName().toString().matches(names)).toList();
        }
    }

    /// Where Maven has put what it fetched: AssertJ, for one.
    private static Path repository() throws Exception {
        var code = Assertions.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(code.toURI()).resolve("../../../../..").normalize();
    }

    private static String descriptor(Path plugin) throws IOException {
        try (var jar = new JarFile(plugin.toFile());
                var descriptor = jar.getInputStream(jar.getEntry("META-INF/maven/plugin.xml"))) {
            return new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).findFirst();
    }
}
