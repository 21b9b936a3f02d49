package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler plugin and sources as they come: odd, huge, broken. */
class AwkwardCompilationsTest {
    private static final String WRONG = """
            import static org.asyncjava.Await.await;
            class Shop {
                int total(java.util.concurrent.CompletableFuture<Integer> price) {
                    return await(price);
                }
            }
            """;

    @TempDir
    Path directory;

    private List<Javac.Message> compile(String source, String encoding) throws IOException {
        Path file = Files.write(directory.resolve("Shop.java"), source.getBytes(Charset.forName(encoding)));
        return Javac.compile(directory.resolve("classes"), List.of(file), "-encoding", encoding);
    }

    /** Line, column and code of what the rules reported. */
    private List<String> found(String source, String encoding) throws IOException {
        return compile(source, encoding).stream().filter(message -> !message.code().isEmpty())
                .map(message -> message.line() + "," + message.column() + " " + message.code()).toList();
    }

    @Test
    void lineEndsOfAllKinds() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(found(WRONG.replace("\n", end), "UTF-8")).containsExactly("4,16 AJ001");
        }
    }

    @Test
    void unicodeEscapes() throws IOException {
        assertThat(found(WRONG.replace("return await(", "return \\u0061wait("), "UTF-8")).containsExactly("4,16 AJ001");
    }

    @Test
    void encodingsOfAllKinds() throws IOException {
        String source = WRONG.replace("total", "gr\u00f6\u00dfe").replace("return ", "String s = \"\u00e4\u00f6\u00fc\"; return ");
        for (String encoding : List.of("ISO-8859-1", "UTF-8", "UTF-16")) {
            List<Javac.Message> messages = compile(source, encoding);
            assertThat(messages).as(encoding).extracting(Javac.Message::line, Javac.Message::column).containsExactly(
                    Tuple.tuple(4L, 34L));
            assertThat(messages.get(0).message()).startsWith("AJ001 await in Shop.gr\u00f6\u00dfe, ");
        }
    }

    @Test
    void whatIsNoJavaIsLeftToTheCompiler() throws IOException {
        String byteOrderMark = "\uFEFF" + WRONG;
        String unfinished = WRONG.replace("return await(price);", "return await(price);\n        int next = ;\n        this.");
        for (String source : List.of(byteOrderMark, unfinished, "class Shop { int total() { await(", "\u0001\u0002 await \u0003")) {
            List<Javac.Message> messages = compile(source, "UTF-8");
            assertThat(messages).extracting(Javac.Message::kind).contains(Diagnostic.Kind.ERROR);
            assertThat(messages).extracting(Javac.Message::code).containsOnly("");
            assertThat(messages).extracting(Javac.Message::message).noneMatch(message -> message.contains("async"));
        }
    }

    @Test
    void bytesThatAreNoTextAreLeftToTheCompiler() throws IOException {
        Path file = Files.write(directory.resolve("Shop.java"), ("// M\u00fcller\n" + WRONG).getBytes(Charset.forName("ISO-8859-1")));
        List<Javac.Message> messages = Javac.compile(directory.resolve("classes"), List.of(file), "-encoding", "UTF-8");
        assertThat(messages).extracting(Javac.Message::message).anyMatch(message -> message.contains("unmappable character"))
                .noneMatch(message -> message.contains("defect"));
    }

    @Test
    void fiftyThousandLines() throws IOException {
        StringBuilder source = new StringBuilder("class Shop {\n");
        for (int number = 0; number < 16_000; number++) {
            source.append("    int method").append(number).append("(int x) {\n        return x + 1;\n    }\n");
        }
        source.append("    int last(java.util.concurrent.CompletableFuture<Integer> f) {\n        return org.asyncjava.Await.await(f);\n    }\n}\n");
        assertThat(found(source.toString(), "UTF-8")).containsExactly("48003,35 AJ001");
    }

    /** javac needs more stack for it than the check does. */
    @Test
    void deepNesting() throws Exception {
        String parentheses = WRONG.replace("await(price)", "(".repeat(1000) + "await(price)" + ")".repeat(1000));
        String sum = WRONG.replace("await(price)", "1 + ".repeat(2000) + "await(price)");
        for (String source : List.of(parentheses, sum)) {
            List<String> found = new ArrayList<>();
            Thread thread = new Thread(null, () -> {
                try {
                    found.addAll(found(source, "UTF-8"));
                } catch (IOException unwritable) {
                    found.add(unwritable.toString());
                }
            }, "javac", 64L << 20);
            thread.start();
            thread.join();
            assertThat(found).hasSize(1).allMatch(each -> each.startsWith("4,") && each.endsWith(" AJ001"));
        }
    }
}
