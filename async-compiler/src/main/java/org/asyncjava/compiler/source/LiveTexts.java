package org.asyncjava.compiler.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a project as they are now: those that are open in an editor by its text, others as they are on disk. Few are kept parsed. For one thread. */
final class LiveTexts {
    private static final int KEPT = 64;

    private final SourceText.Origin disk;
    private final SourceParser parser = new SourceParser();
    private final Map<Path, String> open = new HashMap<>();
    private final Map<Path, SourceReading.Read> read = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, SourceReading.Read> eldest) {
            return size() > KEPT;
        }
    };

    LiveTexts(SourceText.Origin disk) {
        this.disk = disk;
    }

    void open(Path file, String text) {
        open.put(file, text);
        read.remove(file);
    }

    /**
     * A file that is open has another text.
     *
     * @return whether all of the change is in the body of one method, so that the file has been parsed already, and declares what it did
     */
    boolean changeBody(Path file, String text) {
        String before = open.get(file);
        SourceFile parsed = before == null || !read.containsKey(file) ? null : read.get(file).parsed().orElse(null);
        if (parsed == null || !SourceParser.concernsAsync(text)) {
            return false;
        }
        boolean isInBody = false;
        try {
            isInBody = BodyChange.of(SourceText.of(before).text(), SourceText.of(text).text()).filter(change -> change.make(parsed.unit(), parser)).isPresent();
        } catch (RuntimeException | StackOverflowError unfit) {
            read.remove(file);
        }
        if (isInBody) {
            open.put(file, text);
        }
        return isInBody;
    }

    /** From now on it is as it is on disk, where it may have changed. */
    void close(Path file) {
        open.remove(file);
        read.remove(file);
    }

    /** The text is what it was. */
    void forgetParsed(Path file) {
        read.remove(file);
    }

    boolean isOpen(Path file) {
        return open.containsKey(file);
    }

    Optional<String> openText(Path file) {
        return Optional.ofNullable(open.get(file));
    }

    SourceReading.Read read(Path file) {
        SourceReading.Read known = read.get(file);
        if (known == null) {
            known = SourceReading.Read.of(file, this::text, parser);
            read.put(file, known);
        }
        return known;
    }

    /** The words of a file; empty if it cannot break a rule, or cannot be read. */
    Optional<DeclarationScan> scan(Path file) {
        try {
            String text = text(file).text();
            return SourceParser.concernsAsync(text) ? Optional.of(DeclarationScan.of(text)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private SourceText text(Path file) throws IOException {
        String text = open.get(file);
        return text == null ? disk.read(file) : SourceText.of(text);
    }
}
