package echolab.book.macro;

import java.util.List;

/// The servers, or the figures, that a macro names: `targets="step01 step02"`, or with commas where a name has a space in it:
/// `targets="c-epoll,c-epoll again"`.
final class Names {

    private Names() {}

    static List<String> of(Object written) {
        var names = written.toString().strip();
        return List.of(names.split(names.contains(",") ? " *, *" : " +"));
    }
}
