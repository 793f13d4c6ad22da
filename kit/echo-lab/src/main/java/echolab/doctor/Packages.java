package echolab.doctor;

import echolab.process.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is good to have, as the table `packages.txt` beside this class says; its head tells how to read it.
final class Packages {

    /// What the table's last four columns are for, in their order.
    private static final List<String> INSTALLERS = List.of("apt-get", "dnf", "pacman", "brew");

    /// Lines of the table that serve one purpose.
    private record Group(String subject, String purpose, List<Row> rows) {}

    /// @param signs what shows that it is there: any of these
    /// @param names of the package, one for each of [#INSTALLERS]; or the one address where what is in no package is got
    private record Row(List<String> signs, List<String> names) {

        Optional<Path> found(ExaminedMachine machine) {
            var sign = signs.getFirst();
            if (!sign.startsWith("/")) {
                return machine.program(signs);
            }
            return Optional.of(machine.files().resolve(sign.substring(1))).filter(Files::exists);
        }
    }

    private Packages() {}

    /// A finding for each group: where its first thing lies, or what is missing and how to install it.
    static List<Diagnosis> look(ExaminedMachine machine) {
        return table().stream().map(group -> look(group, machine)).toList();
    }

    private static Diagnosis look(Group group, ExaminedMachine machine) {
        var missing = group.rows().stream().filter(row -> row.found(machine).isEmpty()).toList();
        if (missing.isEmpty()) {
            return Diagnosis.good(group.subject(), there(group, machine));
        }
        var signs = missing.stream().map(row -> row.signs().getFirst());
        return Diagnosis.limited(
                group.subject(),
                "not there: %s (%s)"
                        .formatted(signs.collect(Collectors.joining(", ")), group.purpose()),
                advice(missing, machine));
    }

    private static String there(Group group, ExaminedMachine machine) {
        if (group.rows().size() > 3) {
            return "all %s things that they are built from".formatted(group.rows().size());
        }
        return group.rows().stream()
                .map(row -> row.found(machine).orElseThrow().toString())
                .collect(Collectors.joining(", "));
    }

    private static String advice(List<Row> missing, ExaminedMachine machine) {
        var first = missing.getFirst().names();
        if (first.size() == 1) {
            return "put the bin of a release on the PATH, from " + first.getFirst();
        }
        var installer =
                INSTALLERS.stream()
                        .filter(name -> machine.program(List.of(name)).isPresent())
                        .findFirst();
        var names =
                missing.stream()
                        .map(row -> row.names().get(installer.map(INSTALLERS::indexOf).orElse(0)))
                        .filter(name -> !name.equals("-"))
                        .distinct()
                        .collect(Collectors.joining(" "));
        if (names.isEmpty()) {
            return "we know of no package for this system; the devcontainer has it";
        }
        return switch (installer.orElse("")) {
            case "" -> "Debian has it in its packages " + names;
            case "pacman" -> "pacman -S " + names;
            default -> installer.get() + " install " + names;
        };
    }

    private static List<Group> table() {
        var groups = new ArrayList<Group>();
        for (var line : Resource.text(Packages.class, "packages.txt").lines().toList()) {
            if (line.startsWith(" ")) {
                var columns = List.of(line.strip().split("\\s+"));
                var signs = List.of(columns.getFirst().split(","));
                groups.getLast().rows().add(new Row(signs, columns.subList(1, columns.size())));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                var words = line.split(": ", 2);
                groups.add(new Group(words[0], words[1], new ArrayList<>()));
            }
        }
        return groups;
    }
}
