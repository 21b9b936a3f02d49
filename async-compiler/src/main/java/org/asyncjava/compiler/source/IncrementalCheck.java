package org.asyncjava.compiler.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A check that remembers, between builds, which files broke no rule, and does not look at them again as long as they stay the same.
 *
 * <p>A file that broke a rule is looked at each time: what is wrong with it may depend on another one.
 *
 * @param check how files are checked
 * @param memory the file to remember in; made when needed. It may be deleted at any time
 * @param circumstances what else a result depends on, such as versions; after a change everything is checked again
 */
public record IncrementalCheck(SourceCheck check, Path memory, String circumstances) {
    private static final String SEPARATOR = "\t";

    /**
     * Checks what has to be checked.
     *
     * @param files all files
     * @return what was found; {@link SourceReport#files} counts the files that were looked at
     */
    public SourceReport check(List<Path> files) {
        Map<String, String> remembered = remembered();
        Map<String, String> now = new TreeMap<>();
        List<Path> changed = new ArrayList<>();
        for (Path file : files) {
            String stamp = stamp(file);
            now.put(file.toString(), stamp);
            if (!stamp.equals(remembered.get(file.toString()))) {
                changed.add(file);
            }
        }
        SourceReport report = changed.isEmpty() ? new SourceReport(Map.of(), Map.of(), 0, 0) : check.check(files, changed);
        report.violations().forEach((file, violations) -> {
            if (!violations.isEmpty()) {
                now.remove(file.toString());
            }
        });
        report.unread().keySet().forEach(file -> now.remove(file.toString()));
        remember(now);
        return report;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }

    /** What cannot be read has been forgotten. */
    private Map<String, String> remembered() {
        Map<String, String> stamps = new LinkedHashMap<>();
        try {
            List<String> lines = Files.exists(memory) ? Files.readAllLines(memory) : List.of();
            if (!lines.isEmpty() && lines.get(0).equals(circumstances)) {
                for (String line : lines.subList(1, lines.size())) {
                    int separator = line.indexOf(SEPARATOR);
                    stamps.put(line.substring(separator + 1), line.substring(0, Math.max(separator, 0)));
                }
            }
        } catch (IOException | RuntimeException damaged) {
            stamps.clear();
        }
        return stamps;
    }

    /** Where nothing can be written, everything is checked the next time. */
    private void remember(Map<String, String> stamps) {
        List<String> lines = new ArrayList<>(List.of(circumstances));
        stamps.forEach((file, stamp) -> lines.add(stamp + SEPARATOR + file));
        try {
            Files.createDirectories(memory.getParent());
            Files.write(memory, lines);
        } catch (IOException unwritable) {
            memory.toFile().delete();
        }
    }
}
