package org.asyncjava.lsp.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.transformer.files.AtomicFile;

/** The pages about the rules. They are in the server, and are written to a folder for clients that follow links. For one thread. */
public final class RulePages {
    private final Path folder;
    private final Map<AwaitRule, Optional<String>> written = new EnumMap<>(AwaitRule.class);

    /**
     * Pages of which none is written yet.
     *
     * @param folder where to
     */
    public RulePages(Path folder) {
        this.folder = folder;
    }

    /**
     * The page of a rule.
     *
     * @param rule the rule
     * @return what it says, as Markdown
     */
    public String text(AwaitRule rule) {
        return new String(bytes(rule), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(AwaitRule rule) {
        try (InputStream page = RulePages.class.getResourceAsStream("rules/" + rule.code() + ".md")) {
            return page.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Where a client finds the page of a rule.
     *
     * @param rule the rule
     * @return name of a file; empty if it cannot be written
     */
    public Optional<String> uri(AwaitRule rule) {
        return written.computeIfAbsent(rule, this::write);
    }

    /** A page refers to others by relative links, so that one is followed only if that one has been written, too: all of them are. */
    private Optional<String> write(AwaitRule asked) {
        try {
            Files.createDirectories(folder);
            for (AwaitRule rule : AwaitRule.values()) {
                AtomicFile.write(folder.resolve(rule.code() + ".md"), bytes(rule), FileTime.from(Instant.now()));
            }
            return Optional.of(folder.resolve(asked.code() + ".md").toUri().toString());
        } catch (IOException | UncheckedIOException unwritable) {
            return Optional.empty();
        }
    }
}
