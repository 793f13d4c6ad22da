package echolab.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// The conversation with the browser: a command has a number and gets an answer with the same number; what has none is an
/// event of some page. (The protocol: <https://chromedevtools.github.io/devtools-protocol/>.)
final class DevTools implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, Listener> pages = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    /// Hears of what happens in one page. Called by one thread at a time.
    interface Listener {
        void event(String name, JsonNode what);
    }

    DevTools(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, new Incoming()).join();
    }

    /// @param session of the page; empty for the browser itself
    /// @param parameters as the protocol names them
    JsonNode ask(String session, String method, Map<String, ?> parameters) {
        var number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(number, answer);
        var message = new HashMap<String, Object>();
        message.put("id", number);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        send(message);
        return await(answer, method);
    }

    void listen(String session, Listener listener) {
        pages.put(session, listener);
    }

    void forget(String session) {
        pages.remove(session);
    }

    /// Waits for what a page will say, but not for ever.
    static <T> T await(CompletableFuture<T> answer, String what) {
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(what + ": no answer of the browser in " + LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + ": interrupted", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    /// A WebSocket takes one message at a time.
    private synchronized void send(Map<String, Object> message) {
        try {
            socket.sendText(JSON.writeValueAsString(message), true).join();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(String text) {
        try {
            var message = JSON.readTree(text);
            var answer = asked.remove(message.path("id").asInt());
            if (answer == null) {
                tell(message);
            } else if (message.has("error")) {
                var why = message.at("/error/message").asText();
                answer.completeExceptionally(new IllegalStateException(why));
            } else {
                answer.complete(message.path("result"));
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(JsonNode message) {
        var listener = pages.get(message.path("sessionId").asText());
        if (listener != null) {
            listener.event(message.path("method").asText(), message.path("params"));
        }
    }

    private final class Incoming implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                receive(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            asked.values().forEach(answer -> answer.completeExceptionally(error));
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String why) {
            onError(socket, new IllegalStateException("the browser ended"));
            return null;
        }
    }
}
