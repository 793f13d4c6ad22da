package echolab.doctor;

import java.nio.file.Files;
import java.util.List;

/// Which programs are good to have? Nothing fails without them; what each is for is said when it is missing.
enum OptionalProgram {
    STRACE("strace", "strace", "counts system calls", "strace"),
    TASKSET("taskset", "util-linux", "gives servers and load a core each", "taskset"),
    AB("ab", "apache2-utils", "a load generator that we did not write", "ab"),
    GCC("gcc", "gcc", "builds the floor in C", "gcc", "cc", "clang"),
    GXX("g++", "g++", "builds the peers in C++", "g++", "c++", "clang++"),
    CARGO("cargo", "cargo", "builds the peer in Rust", "cargo"),
    UVLOOP("uvloop", "python3-uvloop", "the peer in Python") {
        @Override
        Finding look(Machine machine) {
            var module = machine.files().resolve("usr/lib/python3/dist-packages/uvloop");
            return Files.isDirectory(module)
                    ? Finding.good("uvloop", module.toString())
                    : missing();
        }
    },
    CHROMIUM(
            "Chromium",
            "chromium",
            "looks at the HTML pages in a browser",
            "chromium",
            "chromium-browser",
            "google-chrome");

    private final String subject;
    private final String debianPackage;
    private final String purpose;
    private final List<String> names;

    OptionalProgram(String subject, String debianPackage, String purpose, String... names) {
        this.subject = subject;
        this.debianPackage = debianPackage;
        this.purpose = purpose;
        this.names = List.of(names);
    }

    Finding look(Machine machine) {
        return machine.program(names)
                .map(file -> Finding.good(subject, file.toString()))
                .orElseGet(this::missing);
    }

    Finding missing() {
        return Finding.limited(
                subject, "not there (" + purpose + ")", "apt-get install " + debianPackage);
    }
}
