package org.asyncjava.lsp.text;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Names of documents and files. */
public final class Uris {
    private Uris() {
    }

    /**
     * The file that a name stands for.
     *
     * @param uri any text
     * @return the file; empty of what is none, as a text that has not been saved yet
     */
    public static Optional<Path> file(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme()) ? Optional.of(Path.of(parsed).toAbsolutePath().normalize()) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException other) {
            return Optional.empty();
        }
    }
}
