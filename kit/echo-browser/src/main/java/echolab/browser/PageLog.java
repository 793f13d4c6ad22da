package echolab.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// What did the browser note while a page was open?
final class PageLog implements DevTools.Listener {

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    @Override
    public void event(String name, JsonNode what) {
        switch (name) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Network.requestWillBeSent" -> requests.add(what.at("/request/url").asText());
            case "Runtime.exceptionThrown" -> errors.add(exception(what.path("exceptionDetails")));
            case "Runtime.consoleAPICalled" -> console(what);
            case "Log.entryAdded" -> entry(what.path("entry"));
            default -> {}
        }
    }

    CompletableFuture<Void> loaded() {
        return loaded;
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    static String exception(JsonNode details) {
        var said = details.at("/exception/description").asText();
        return said.isEmpty() ? details.path("text").asText() : said;
    }

    private void console(JsonNode call) {
        var kind = call.path("type").asText();
        if (kind.equals("error") || kind.equals("assert")) {
            errors.add("console." + kind + ": " + call.at("/args/0/value").asText());
        }
    }

    private void entry(JsonNode entry) {
        if (entry.path("level").asText().equals("error")) {
            errors.add(entry.path("text").asText() + " " + entry.path("url").asText());
        }
    }
}
