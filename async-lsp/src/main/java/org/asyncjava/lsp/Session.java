package org.asyncjava.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.compiler.source.LiveFile;
import org.asyncjava.compiler.source.LiveSources;
import org.asyncjava.compiler.source.SourceText;
import org.asyncjava.lsp.project.Project;
import org.asyncjava.lsp.project.Settings;
import org.asyncjava.lsp.text.Document;
import org.asyncjava.lsp.view.Hovers;
import org.asyncjava.lsp.view.Mends;
import org.asyncjava.lsp.view.Reports;
import org.asyncjava.lsp.view.RulePages;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Work for one client: its documents, and the sources around them. What is looked at is looked at by the worker, one after the other. */
final class Session {
    private static final int TOO_LONG = 4 << 20;

    private final OpenDocuments documents = new OpenDocuments();
    private final Worker worker = new Worker(this::failed);
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Looked> looked = new HashMap<>();
    private final RulePages pages = new RulePages(UserFolder.of("pages"));
    private volatile LanguageClient client;
    private Project project;
    private LiveSources sources;
    private boolean isRehearsed;

    /** What was seen in a document. */
    private record Looked(Document document, LiveFile file) {
    }

    void connect(LanguageClient connected) {
        client = connected;
    }

    LanguageClient client() {
        return client;
    }

    OpenDocuments documents() {
        return documents;
    }

    Hovers hovers() {
        return new Hovers(pages);
    }

    Mends mends(Document document, LiveFile file) {
        return new Mends(document, file, reports());
    }

    /** A document for who mends it; empty if it cannot be read at all. Asked by the worker. */
    Optional<CheckedSource> checked(Document document) {
        return sources.checked(document.file());
    }

    /** Nothing is read before the client is ready. */
    void open(List<Path> roots) {
        worker.execute(() -> {
            project = new Project(roots, UserFolder.of("classpaths"));
            sources = new LiveSources(SourceText.in(project.settings().encoding()), project.classes(), project.settings().annotations());
        });
    }

    /** Reads the project; documents are shown meanwhile with what is known. */
    void begin() {
        worker.execute(() -> {
            project.settings().complaints().forEach(complaint -> tell(MessageType.Warning, complaint));
            index(new ArrayList<>(project.files()));
            useMaven();
        });
    }

    private void index(List<Path> files) {
        new Indexing(files, worker, sources, this::showAll).start();
    }

    /** It may take minutes, so that nobody waits for it. */
    private void useMaven() {
        project.askMaven(answer -> worker.execute(() -> {
            answer.complaint().ifPresent(complaint -> tell(MessageType.Warning, complaint));
            sources.use(project.use(answer.entries()));
            showAll();
        }));
    }

    void changedOnDisk(Collection<Path> files) {
        worker.execute(() -> {
            if (files.stream().anyMatch(Project::isDescription)) {
                project.readAgain();
                sources.use(project.classes());
                begin();
            } else {
                Set<Path> changed = new TreeSet<>(project.sourcesAmong(files));
                files.forEach(folder -> changed.addAll(sources.knownBelow(folder)));
                index(new ArrayList<>(changed));
            }
        });
    }

    /** A document is new, or has changed. */
    void show(Document document) {
        if (waiting.add(document.uri())) {
            worker.execute(() -> {
                waiting.remove(document.uri());
                documents.find(document.uri()).ifPresent(this::look);
            });
        }
    }

    private void showAll() {
        looked.clear();
        documents.all().forEach(this::show);
    }

    /** What there is to see in a document as it is now. */
    private Looked look(Document document) {
        Looked known = looked.get(document.uri());
        if (known != null && known.document == document) {
            return known;
        }
        boolean isOther = (known == null || known.document.buffer() != document.buffer()) && sources.open(document.file(), shortened(document));
        Looked seen = new Looked(document, sources.look(document.file()));
        looked.put(document.uri(), seen);
        client.publishDiagnostics(new PublishDiagnosticsParams(document.uri(), reports().of(document, seen.file), document.version()));
        rehearse(document);
        if (isOther) {
            documents.all().stream().filter(other -> !other.uri().equals(document.uri())).forEach(other -> {
                looked.remove(other.uri());
                show(other);
            });
        }
        return seen;
    }

    /** Once, when there is something to look at. */
    private void rehearse(Document document) {
        if (!isRehearsed) {
            isRehearsed = true;
            new Rehearsal(worker, sources, document.file()).start();
        }
    }

    /** What is so long is looked at by builds alone. */
    private static String shortened(Document document) {
        return document.buffer().text().length() > TOO_LONG ? "" : document.buffer().text();
    }

    private Reports reports() {
        return new Reports(project.settings().levels(), pages);
    }

    /** A document is open no more. */
    void forget(Document document) {
        worker.execute(() -> {
            looked.remove(document.uri());
            boolean isOther = sources.close(document.file());
            client.publishDiagnostics(new PublishDiagnosticsParams(document.uri(), List.of()));
            if (isOther) {
                showAll();
            }
        });
    }

    /**
     * Answers a question about a document.
     *
     * @param otherwise the answer if it is not open
     */
    <T> CompletableFuture<T> ask(String uri, T otherwise, BiFunction<Document, LiveFile, T> question) {
        return worker.ask(() -> documents.find(uri).map(document -> question.apply(document, look(document).file)).orElse(otherwise));
    }

    private void tell(MessageType type, String text) {
        client.logMessage(new MessageParams(type, "async-java: " + text));
    }

    private void failed(Throwable failure) {
        failure.printStackTrace();
        if (client != null) {
            tell(MessageType.Error, "a defect, please report it: " + failure);
        }
    }
}
