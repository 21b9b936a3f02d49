package org.asyncjava.lsp;

import java.nio.file.Path;
import java.util.Optional;

/** Where the server keeps what it can make again. */
final class UserFolder {
    private UserFolder() {
    }

    /** A folder that may not be there yet, in the place that the platform has for such. */
    static Path of(String name) {
        Path home = Path.of(System.getProperty("user.home"));
        Path caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(said -> !said.isBlank()).map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("LOCALAPPDATA")).map(Path::of)).orElse(home.resolve(".cache"));
        return caches.resolve("async-java-lsp").resolve(name);
    }
}
