package org.asyncjava.lsp.text;

import java.nio.file.Path;

/**
 * A document that is open in a client.
 *
 * @param uri its name, as the client calls it
 * @param file where it is, or would be
 * @param version as the client counts
 * @param buffer what it says
 */
public record Document(String uri, Path file, int version, TextBuffer buffer) {
    /**
     * The document after an edit.
     *
     * @param newVersion as the client counts
     * @param changed what it says now
     * @return a new one
     */
    public Document with(int newVersion, TextBuffer changed) {
        return new Document(uri, file, newVersion, changed);
    }
}
