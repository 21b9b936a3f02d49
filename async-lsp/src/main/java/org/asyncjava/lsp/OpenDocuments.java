package org.asyncjava.lsp;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.asyncjava.lsp.text.Document;
import org.asyncjava.lsp.text.TextBuffer;
import org.asyncjava.lsp.text.Uris;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** The documents that are open in the client. Changed by the thread that reads its messages, asked by any. */
final class OpenDocuments {
    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    /** Of a text that has no file yet one that is not there stands for it. */
    private static Path file(String uri) {
        return Uris.file(uri).orElseGet(() -> Path.of("unsaved", uri.replaceAll("[^\\w.]", "_")).toAbsolutePath());
    }

    /** A document that is opened again begins anew. */
    Optional<Document> open(TextDocumentItem item) {
        Document document = new Document(item.getUri(), file(item.getUri()), item.getVersion(), new TextBuffer(item.getText()));
        documents.put(item.getUri(), document);
        return Optional.of(document);
    }

    /** Of a document that is not open nothing is known that could be changed. */
    Optional<Document> change(VersionedTextDocumentIdentifier identifier, List<TextDocumentContentChangeEvent> changes) {
        Document document = documents.get(identifier.getUri());
        if (document == null) {
            return Optional.empty();
        }
        TextBuffer buffer = document.buffer();
        for (TextDocumentContentChangeEvent change : changes) {
            buffer = change.getRange() == null ? new TextBuffer(change.getText()) : buffer.with(change.getRange(), change.getText());
        }
        Integer version = identifier.getVersion();
        Document changed = document.with(version == null ? document.version() : version, buffer);
        documents.put(identifier.getUri(), changed);
        return Optional.of(changed);
    }

    Optional<Document> close(TextDocumentIdentifier identifier) {
        return Optional.ofNullable(documents.remove(identifier.getUri()));
    }

    Optional<Document> find(String uri) {
        return Optional.ofNullable(documents.get(uri));
    }

    Collection<Document> all() {
        return List.copyOf(documents.values());
    }
}
