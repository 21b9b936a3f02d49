package org.asyncjava.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.asyncjava.lsp.text.TextBuffer;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor is told, through real messages. */
class ServerTest {
    private static final String SHOP = """
            package shop;

            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;

            class Shop {
                CompletableFuture<Integer> price;

                int doubled() {
                    return 2 * await(price);
                }
            }
            """;

    @TempDir
    private Path root;
    private TestClient client;

    @BeforeEach
    void connect() throws IOException {
        PipedInputStream toServer = new PipedInputStream(1 << 16);
        PipedInputStream toClient = new PipedInputStream(1 << 16);
        PipedOutputStream fromServer = new PipedOutputStream(toClient);
        client = new TestClient(toClient, new PipedOutputStream(toServer));
        AsyncLanguageServer server = new AsyncLanguageServer();
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, toServer, fromServer);
        server.connect(launcher.getRemoteProxy());
        launcher.startListening();
    }

    private Path file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> texts(List<Diagnostic> reports) {
        return reports.stream().map(report -> place(report.getRange()) + " " + report.getCode().getLeft() + " " + report.getMessage().getLeft().split(":")[0]).toList();
    }

    private static String place(Range range) {
        return range.getStart().getLine() + ":" + range.getStart().getCharacter() + "-" + range.getEnd().getCharacter();
    }

    @Test
    void aMisplacedAwaitIsReportedAndGoneWhenTheMethodIsMended() {
        client.begin(root);
        Path shop = root.resolve("shop/Shop.java");
        List<Diagnostic> reports = client.open(shop, SHOP);
        assertThat(texts(reports)).containsExactly("10:19-24 AJ001 await in shop.Shop.doubled, which is not async");
        assertThat(reports.get(0).getSource()).isEqualTo("async-java");
        assertThat(Path.of(URI.create(reports.get(0).getCodeDescription().getHref()))).content().startsWith("# AJ001");
        assertThat(reports.get(0).getRelatedInformation()).singleElement().satisfies(related -> {
            assertThat(related.getMessage()).isEqualTo("in doubled");
            assertThat(place(related.getLocation().getRange())).isEqualTo("9:8-15");
        });
        assertThat(client.change(shop, new Range(new Position(9, 4), new Position(9, 7)), "@Async CompletableFuture<Integer>")).isEmpty();
        assertThat(texts(client.change(shop, new Range(new Position(9, 4), new Position(9, 11)), ""))).hasSize(1);
    }

    @Test
    void whatOneFileChangesIsSeenInAnother() throws IOException {
        Path prices = file("shop/Prices.java", "package shop; class Prices { @org.asyncjava.Async java.util.concurrent.CompletableFuture<Integer> ask() { return null; } }");
        client.begin(root);
        Path user = root.resolve("shop/User.java");
        client.open(user, "package shop;\nclass User {\n    void use(Prices prices) { prices.ask(); } // Async\n}\n");
        assertThat(texts(client.reports(user, reports -> !reports.isEmpty()))).containsExactly("2:37-40 AJ102 the result of shop.Prices.ask in shop.User.use is dropped");
        client.open(prices, "package shop; class Prices { void ask() { } } // Async");
        client.reports(user, List::isEmpty);
        client.close(prices);
        client.reports(user, reports -> reports.size() == 1);
        Files.delete(prices);
        client.changedOnDisk(prices, FileChangeType.Deleted);
        client.reports(user, List::isEmpty);
    }

    @Test
    void marksAndPagesAreShown() throws IOException {
        file("shop/Prices.java", "package shop; class Prices { @org.asyncjava.Async java.util.concurrent.CompletableFuture<Integer> ask() { return null; } }");
        client.begin(root);
        Path user = root.resolve("shop/User.java");
        client.open(user, """
                package shop;
                import static org.asyncjava.Await.await;
                class User {
                    @org.asyncjava.Async
                    java.util.concurrent.CompletableFuture<Integer> sum(Prices prices) {
                        var first = prices.ask();
                        return java.util.concurrent.CompletableFuture.completedFuture(await(first) + await(prices.ask()));
                    }
                    void lost(Prices prices) { await(prices.ask()); }
                }
                """);
        List<Diagnostic> reports = client.reports(user);
        assertThat(texts(reports)).containsExactly("8:31-36 AJ001 await in shop.User.lost, which is not async");
        InlayHintParams all = new InlayHintParams(TestClient.identifier(user), new Range(new Position(0, 0), new Position(99, 0)));
        assertThat(TestClient.get(client.server().getTextDocumentService().inlayHint(all)))
                .extracting(hint -> hint.getPosition().getLine() + ":" + hint.getPosition().getCharacter() + " " + hint.getLabel().getLeft())
                .containsExactly("5:27 hot", "6:106 ⇢ await");
        assertThat(hover(user, new Position(8, 33))).startsWith("# AJ001 await outside an async method");
        assertThat(hover(user, new Position(6, 72))).isEqualTo("The method is suspended here until the operand is done; if that is done already, it goes on at once.");
        assertThat(TestClient.get(client.server().getTextDocumentService().hover(new HoverParams(TestClient.identifier(user), new Position(0, 0))))).isNull();
    }

    private String hover(Path file, Position position) {
        return TestClient.get(client.server().getTextDocumentService().hover(new HoverParams(TestClient.identifier(file), position))).getContents().getRight().getValue();
    }

    @Test
    void fixesAreOfferedAndWhatTheyMakeBreaksNoRule() {
        client.begin(root);
        Path shop = root.resolve("shop/Shop.java");
        List<Diagnostic> reports = client.open(shop, SHOP);
        List<CodeAction> fixes = actions(shop, reports.get(0).getRange(), null);
        assertThat(fixes).extracting(CodeAction::getTitle).containsExactly("Mark doubled @Async and return Coroutine<Integer>",
                "Mark doubled @Async and return CompletableFuture<Integer>", "Mark doubled @AsyncEntry: its caller waits");
        assertThat(fixes.get(0).getKind()).isEqualTo("quickfix");
        assertThat(fixes.get(0).getIsPreferred()).isTrue();
        assertThat(fixes.get(0).getDiagnostics()).isEqualTo(reports);
        assertThat(actions(shop, new Range(new Position(0, 0), new Position(1, 0)), null)).isEmpty();
        assertThat(client.change(shop, null, applied(fixes.get(0), shop, SHOP))).isEmpty();
    }

    @Test
    void allThatNeedNotBeLookedAtIsMendedAtOnce() {
        client.begin(root);
        Path shop = root.resolve("Shop.java");
        String text = "import org.asyncjava.Async;\nimport java.util.concurrent.CompletableFuture;\nimport static org.asyncjava.Await.await;\nclass Shop {\n"
                + "    @Async\n    CompletableFuture<Integer> a(CompletableFuture<Integer> b) {\n        await(b);\n        return null;\n    }\n"
                + "    @Async\n    CompletableFuture<Integer> c(CompletableFuture<Integer> b) {\n        await(b);\n        return null;\n    }\n}\n";
        assertThat(texts(client.open(shop, text))).hasSize(2);
        Range whole = new Range(new Position(0, 0), new Position(0, 0));
        CodeAction all = actions(shop, whole, List.of("source.fixAll")).get(0);
        assertThat(all.getKind()).isEqualTo("source.fixAll.async-java");
        assertThat(applied(all, shop, text)).isEqualTo(text.replace("return null", "return CompletableFuture.completedFuture(null)"));
        assertThat(actions(shop, whole, List.of("source.organizeImports"))).isEmpty();
    }

    private List<CodeAction> actions(Path file, Range range, List<String> only) {
        CodeActionParams parameters = new CodeActionParams(TestClient.identifier(file), range, new CodeActionContext(List.of()));
        parameters.getContext().setOnly(only);
        return TestClient.get(client.server().getTextDocumentService().codeAction(parameters)).stream().map(Either::getRight).toList();
    }

    /** Ranges are those of the text before. */
    private static String applied(CodeAction action, Path file, String text) {
        List<TextEdit> edits = new ArrayList<>(action.getEdit().getChanges().get(TestClient.uri(file)));
        edits.sort(Comparator.comparing((TextEdit edit) -> edit.getRange().getStart().getLine()).thenComparing(edit -> edit.getRange().getStart().getCharacter()));
        Collections.reverse(edits);
        TextBuffer buffer = new TextBuffer(text);
        for (TextEdit edit : edits) {
            buffer = buffer.with(edit.getRange(), edit.getNewText());
        }
        return buffer.text();
    }

    @Test
    void whatCannotBeReadIsSaidAndSurvived() {
        client.begin(root);
        Path file = root.resolve("Bad.java");
        assertThat(client.open(file, "await {{{ \u0000 ]] class")).allSatisfy(report -> assertThat(report.getMessage().getLeft()).startsWith("Bad.java "));
        assertThat(client.change(file, new Range(new Position(-1, 5), new Position(77, 2)), "class Bad { Async")).isNotNull();
        assertThat(client.change(file, null, "")).isEmpty();
        assertThat(client.change(file, null, SHOP.replace("\n", "\r\n"))).hasSize(1);
        String deep = "class Deep { Object await = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";
        assertThat(client.change(file, null, deep)).isNotNull();
        assertThat(client.change(file, null, "//" + "await ".repeat(1_000_000))).isEmpty();
        assertThat(texts(client.change(file, null, SHOP))).hasSize(1);
    }

    @Test
    void settingsOfTheProjectHold() throws IOException {
        file("async-java.properties", "rules = AJ102=off; AJ999=off\nclasspath = lib/*;missing.jar\nencoding=klingon\n");
        Path prices = file("Prices.java", "class Prices { @org.asyncjava.Async static java.util.concurrent.CompletableFuture<Integer> ask() { ask(); return null; } }");
        client.begin(root);
        assertThat(texts(client.open(prices, Files.readString(prices)))).noneMatch(text -> text.contains("AJ102"));
        assertThat(client.log()).containsExactly("Warning async-java: async-java.properties: encoding=klingon names no encoding",
                "Warning async-java: async-java.properties: rules: AJ999=off names no rule, or no level (error, warning, off)");
    }

    @Test
    void whatHasNoFileIsLookedAt() {
        client.begin();
        Path outside = Path.of("/nowhere/at/all/Shop.java");
        assertThat(client.open(outside, SHOP)).hasSize(1);
        client.close(outside);
        client.changeOnly(outside, null, "nobody knows it");
        assertThat(client.open(outside, "class Empty { }")).isEmpty();
    }
}
