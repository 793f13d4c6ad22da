package echolab.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.OptionalLong;

/// What if the system does not tell a figure of a process? On Linux it always does; elsewhere the case is reported as
/// not applicable.
final class Linux {

    private Linux() {}

    static long figure(String name, OptionalLong value) {
        if (value.isEmpty()) {
            abort(
                    "not applicable: this system does not tell the "
                            + name
                            + " of a process; Linux does");
        }
        return value.getAsLong();
    }
}
