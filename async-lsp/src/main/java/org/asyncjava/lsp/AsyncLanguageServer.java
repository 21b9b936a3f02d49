package org.asyncjava.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.lsp.text.Uris;
import org.asyncjava.lsp.view.Mends;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The server as the protocol knows it: says what it can do, and begins and ends. */
public final class AsyncLanguageServer implements LanguageServer, LanguageClientAware {
    private final Session session = new Session();
    private final DocumentRequests documents = new DocumentRequests(session);
    private final WorkspaceEvents workspace = new WorkspaceEvents(session);
    private volatile boolean isShutDown;
    private volatile boolean watchesFiles;

    @Override
    public void connect(LanguageClient client) {
        session.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
        session.open(roots(parameters));
        watchesFiles = watchesFiles(parameters);
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setHoverProvider(true);
        can.setInlayHintProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, Mends.ALL)));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("async-java", version())));
    }

    private static String version() {
        return Optional.ofNullable(AsyncLanguageServer.class.getPackage().getImplementationVersion()).orElse("development");
    }

    @SuppressWarnings("deprecation") // old clients know no other
    private static List<Path> roots(InitializeParams parameters) {
        List<Path> roots = new ArrayList<>();
        if (parameters.getWorkspaceFolders() != null) {
            parameters.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).forEach(uri -> Uris.file(uri).ifPresent(roots::add));
        } else if (parameters.getRootUri() != null) {
            Uris.file(parameters.getRootUri()).ifPresent(roots::add);
        }
        return roots;
    }

    private static boolean watchesFiles(InitializeParams parameters) {
        var capabilities = parameters.getCapabilities();
        return capabilities != null && capabilities.getWorkspace() != null && capabilities.getWorkspace().getDidChangeWatchedFiles() != null
                && Boolean.TRUE.equals(capabilities.getWorkspace().getDidChangeWatchedFiles().getDynamicRegistration());
    }

    @Override
    public void initialized(InitializedParams parameters) {
        if (watchesFiles) {
            List<FileSystemWatcher> watchers = List.of(new FileSystemWatcher(Either.forLeft("**/*.java")), new FileSystemWatcher(Either.forLeft("**/pom.xml")),
                    new FileSystemWatcher(Either.forLeft("**/async-java.properties")));
            session.client().registerCapability(new RegistrationParams(List.of(new Registration("async-java.files", "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(watchers)))));
        }
        session.begin();
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        System.exit(exitCode());
    }

    /** As the protocol has it: 0 if the client has asked to shut down before. */
    int exitCode() {
        return isShutDown ? 0 : 1;
    }

    @Override
    public void setTrace(SetTraceParams parameters) {
        // Nothing is traced.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }
}
