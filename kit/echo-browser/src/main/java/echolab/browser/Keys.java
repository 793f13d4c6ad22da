package echolab.browser;

import java.util.List;
import java.util.Map;

/// What does the browser need to know of a key? Its name alone does nothing: focus moves on `Tab` and a link opens on
/// `Enter` only when the old key code comes with it, as it does from a keyboard.
final class Keys {

    private static final Map<String, Integer> CODES =
            Map.of(
                    "Tab",
                    9,
                    "Enter",
                    13,
                    "Escape",
                    27,
                    "ArrowLeft",
                    37,
                    "ArrowUp",
                    38,
                    "ArrowRight",
                    39,
                    "ArrowDown",
                    40);

    private Keys() {}

    static void press(Page page, String key) {
        var code = CODES.get(key);
        if (code == null && key.codePointCount(0, key.length()) != 1) {
            throw new IllegalArgumentException("not a key that this test kit knows: " + key);
        }
        var text = key.equals("Enter") ? "\r" : code == null ? key : "";
        var old = code == null ? Character.toUpperCase(key.charAt(0)) : code;
        for (var half : List.of("keyDown", "keyUp")) {
            page.ask(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type", half,
                            "key", key,
                            "windowsVirtualKeyCode", old,
                            "text", half.equals("keyDown") ? text : ""));
        }
    }
}
