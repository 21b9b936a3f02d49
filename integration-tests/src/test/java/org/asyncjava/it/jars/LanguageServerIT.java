package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar of the language server, as an editor starts it: bytes on standard input and output. */
class LanguageServerIT {
    private static final String SHOP = "import static org.asyncjava.Await.await;\\nclass Shop {\\n    int price(java.util.concurrent.CompletableFuture<Integer> price) {\\n"
            + "        return await(price);\\n    }\\n}\\n";

    @TempDir
    private Path root;

    @Test
    void reportsAreSentForATextThatWasNeverSaved() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", Jars.LANGUAGE_SERVER.toString())
                .redirectError(root.resolve("errors.txt").toFile());
        command.environment().put("XDG_CACHE_HOME", root.resolve("cache").toString());
        Process server = command.start();
        try (OutputStream to = server.getOutputStream(); InputStream from = new BufferedInputStream(server.getInputStream())) {
            String uri = root.toUri().toString();
            send(to, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":null,\"rootUri\":\"" + uri + "\",\"capabilities\":{}}}");
            assertThat(received(from)).contains("\"name\":\"async-java\",\"version\":\"" + Jars.VERSION + "\"").contains("\"inlayHintProvider\":true");
            send(to, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
            send(to, "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"" + uri
                    + "Shop.java\",\"languageId\":\"java\",\"version\":7,\"text\":\"" + SHOP + "\"}}}");
            assertThat(received(from)).contains("textDocument/publishDiagnostics").contains("\"code\":\"AJ001\"").contains("\"version\":7")
                    .contains("\"range\":{\"start\":{\"line\":3,\"character\":15},\"end\":{\"line\":3,\"character\":20}}")
                    .contains("await in Shop.price, which is not async: mark the method @Async");
            send(to, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
            String answer = received(from);
            while (!answer.contains("\"id\":2")) {
                answer = received(from);
            }
            send(to, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
            assertThat(server.waitFor()).isZero();
            assertThat(Files.readString(root.resolve("errors.txt"))).isEmpty();
        } finally {
            server.destroyForcibly();
        }
    }

    private static void send(OutputStream to, String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        to.write(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        to.write(bytes);
        to.flush();
    }

    private static String received(InputStream from) throws IOException {
        int length = 0;
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        return new String(from.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new IOException("the server has closed its output");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
