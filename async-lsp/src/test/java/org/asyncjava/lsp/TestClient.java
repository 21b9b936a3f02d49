package org.asyncjava.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor: the other end of the two streams. */
final class TestClient implements LanguageClient {
    private static final int SECONDS = 300;

    private final Map<String, PublishDiagnosticsParams> published = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private final LanguageServer server;

    TestClient(InputStream in, OutputStream out) {
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, in, out);
        launcher.startListening();
        server = launcher.getRemoteProxy();
    }

    LanguageServer server() {
        return server;
    }

    InitializeResult begin(Path... roots) {
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(new ClientCapabilities());
        parameters.setWorkspaceFolders(List.of(roots).stream().map(root -> new WorkspaceFolder(root.toUri().toString(), "root")).toList());
        InitializeResult result = get(server.initialize(parameters));
        server.initialized(new InitializedParams());
        return result;
    }

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Opens a document, and tells what is reported of it then. */
    List<Diagnostic> open(Path file, String text) {
        int version = versions.merge(uri(file), 1, Integer::sum);
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "java", version, text)));
        return reports(file);
    }

    static String uri(Path file) {
        return file.toUri().toString();
    }

    static TextDocumentIdentifier identifier(Path file) {
        return new TextDocumentIdentifier(uri(file));
    }

    /** Replaces a part of a document, or all of it, and tells what is reported then. */
    List<Diagnostic> change(Path file, Range range, String text) {
        changeOnly(file, range, text);
        return reports(file);
    }

    void changeOnly(Path file, Range range, String text) {
        int version = versions.merge(uri(file), 1, Integer::sum);
        TextDocumentContentChangeEvent change = range == null ? new TextDocumentContentChangeEvent(text) : new TextDocumentContentChangeEvent(range, text);
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri(file), version), List.of(change)));
    }

    void close(Path file) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(identifier(file)));
    }

    void changedOnDisk(Path file, FileChangeType how) {
        server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(uri(file), how))));
    }

    /** What is reported of a document as it is now. */
    List<Diagnostic> reports(Path file) {
        return reports(file, reports -> true);
    }

    /** What is reported of a document, as soon as that is what somebody waits for. */
    synchronized List<Diagnostic> reports(Path file, Predicate<List<Diagnostic>> isWanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            PublishDiagnosticsParams last = published.get(uri(file));
            if (last != null && last.getVersion() != null && last.getVersion().equals(versions.get(uri(file))) && isWanted.test(last.getDiagnostics())) {
                return last.getDiagnostics();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException("waited in vain; last: " + last + ", log: " + log);
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public synchronized void publishDiagnostics(PublishDiagnosticsParams parameters) {
        published.put(parameters.getUri(), parameters);
        notifyAll();
    }

    @Override
    public synchronized void logMessage(MessageParams message) {
        log.add(message.getType() + " " + message.getMessage());
        notifyAll();
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new IllegalStateException("nobody asked for that");
    }

    @Override
    public void showMessage(MessageParams message) {
        logMessage(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new IllegalStateException("nobody answers");
    }
}
