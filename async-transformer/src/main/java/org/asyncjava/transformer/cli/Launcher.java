package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A script for POSIX shells that starts the command line with the options of the JVM which suit it: no manifest of a jar can name them. */
final class Launcher {
    static final String NAME = "launcher";
    private static final String TEMPLATE = "launcher.sh";

    private Launcher() {
    }

    /**
     * The script that starts this very jar.
     *
     * @throws IOException if it cannot be read
     */
    static String script() throws IOException {
        try {
            return script(Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException noFile) {
            throw new IOException(noFile);
        }
    }

    /** The script that starts a jar. */
    static String script(Path jar) throws IOException {
        try (InputStream template = Launcher.class.getResourceAsStream(TEMPLATE)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8).replace("{{jar}}", jar.toString().replace("'", "'\\''"));
        }
    }
}
