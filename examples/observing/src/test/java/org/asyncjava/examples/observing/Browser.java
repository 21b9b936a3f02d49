package org.asyncjava.examples.observing;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Chromium without a window, which is told what to do by its DevTools protocol. */
final class Browser implements AutoCloseable {
    /** The protocol is spoken on the descriptors 3 and 4: no port, and nobody else can listen. */
    private static final String START = "exec chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run"
            + " --user-data-dir=\"$0\" --remote-debugging-pipe 3<&0 4>&1 </dev/null >/dev/null 2>&1";

    private final Process process;
    private final OutputStream requests;
    private final InputStream responses;
    private String session;
    private int last;

    private Browser(Process process) {
        this.process = process;
        this.requests = process.getOutputStream();
        this.responses = new BufferedInputStream(process.getInputStream());
    }

    /** Empty if Chromium (Debian's package {@code chromium}) is not installed. */
    static Optional<Browser> open(Path profile) throws IOException, InterruptedException {
        try {
            new ProcessBuilder("chromium", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        Browser browser = new Browser(new ProcessBuilder("/bin/sh", "-c", START, profile.toString()).start());
        JsonObject page = browser.send("Target.createTarget", Map.of("url", "about:blank"));
        JsonObject attached = browser.send("Target.attachToTarget", Map.of("targetId", page.get("targetId").getAsString(), "flatten", true));
        browser.session = attached.get("sessionId").getAsString();
        browser.send("Page.enable", Map.of());
        return Optional.of(browser);
    }

    /** Goes on when the page and its scripts have run. */
    void visit(Path page) throws IOException {
        write("Page.navigate", Map.of("url", page.toUri().toString()));
        while (!"Page.loadEventFired".equals(text(read(), "method"))) {
            // others come before
        }
    }

    /** The value of an expression of JavaScript, as text. */
    String evaluate(String expression) throws IOException {
        JsonObject answer = send("Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer);
        }
        return answer.getAsJsonObject("result").get("value").getAsString();
    }

    /** Presses keys by name, such as {@code ArrowDown}. */
    void press(String... keys) throws IOException {
        for (String key : keys) {
            send("Input.dispatchKeyEvent", Map.of("type", "rawKeyDown", "key", key));
            send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
        }
    }

    /** Types where the focus is. */
    void type(String text) throws IOException {
        send("Input.insertText", Map.of("text", text));
    }

    /** {@code light} or {@code dark}, as the user's system would say. */
    void prefer(String colours) throws IOException {
        send("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    void resize(int width, int height) throws IOException {
        send("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** A picture in PNG. */
    byte[] picture() throws IOException {
        return Base64.getDecoder().decode(send("Page.captureScreenshot", Map.of("format", "png")).get("data").getAsString());
    }

    private JsonObject send(String method, Map<String, ?> parameters) throws IOException {
        int id = write(method, parameters);
        while (true) {
            JsonObject message = read();
            if (message.has("id") && message.get("id").getAsInt() == id) {
                if (message.has("error")) {
                    throw new AssertionError(method + ": " + message);
                }
                return message.getAsJsonObject("result");
            }
        }
    }

    private int write(String method, Map<String, ?> parameters) throws IOException {
        JsonObject request = new JsonObject();
        request.addProperty("id", ++last);
        request.addProperty("method", method);
        request.add("params", new Gson().toJsonTree(parameters));
        if (session != null) {
            request.addProperty("sessionId", session);
        }
        requests.write(request.toString().getBytes(StandardCharsets.UTF_8));
        requests.write(0);
        requests.flush();
        return last;
    }

    private JsonObject read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int next = responses.read(); next != 0; next = responses.read()) {
            if (next < 0) {
                throw new EOFException("the browser has ended");
            }
            message.write(next);
        }
        return JsonParser.parseString(message.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static String text(JsonObject message, String member) {
        JsonElement value = message.get(member);
        return value == null ? "" : value.getAsString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        session = null;
        write("Browser.close", Map.of());
        process.waitFor();
    }
}
