package org.asyncjava.compiler.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asyncjava.transformer.files.FoundFile;

/**
 * A check that remembers, between builds, which files broke no rule, and does not look at them again as long as they, and what they can
 * learn from other files, stay the same.
 *
 * <p>A file that broke a rule is looked at each time, so that what is wrong is told in each build.
 *
 * @param check how files are checked
 * @param memory the file to remember in; made when needed. It may be deleted at any time
 * @param circumstances what else a result depends on, such as versions; after a change everything is checked again
 */
public record IncrementalCheck(SourceCheck check, Path memory, String circumstances) {
    private static final String SEPARATOR = "\t";
    /** The stamp of a file that is to be looked at again. */
    private static final String AGAIN = "again";

    /**
     * Checks what has to be checked.
     *
     * @param found all files
     * @return what was found; {@link SourceReport#checked} are the files that were looked at
     */
    public SourceReport check(List<FoundFile> found) {
        Checked before = remembered();
        Map<String, String> now = new HashMap<>();
        List<Path> files = new ArrayList<>(found.size());
        List<Path> changed = new ArrayList<>();
        for (FoundFile file : found) {
            String name = file.path().toString();
            String stamp = stamp(file.attributes());
            now.put(name, stamp);
            files.add(file.path());
            if (!stamp.equals(before.stamps().get(name))) {
                changed.add(file.path());
            }
        }
        if (changed.isEmpty() && before.stamps().keySet().equals(now.keySet())) {
            return new SourceReport(Map.of(), Map.of(), Set.of(), before.facts());
        }
        SourceReport report = check.check(files, facts -> facts.equals(before.facts()) ? changed : files);
        Set<Path> again = new HashSet<>(report.remarks().keySet());
        report.violations().forEach((file, violations) -> {
            if (!violations.isEmpty()) {
                again.add(file);
            }
        });
        again.forEach(file -> now.put(file.toString(), AGAIN));
        remember(new Checked(report.facts(), now));
        return report;
    }

    private static String stamp(BasicFileAttributes file) {
        return file.lastModifiedTime().toMillis() + "/" + file.size();
    }

    /**
     * What an earlier check knew.
     *
     * @param facts what files could learn from one another
     * @param stamps for each file when it was found in order
     */
    private record Checked(String facts, Map<String, String> stamps) {
        static Checked nothing() {
            return new Checked("", Map.of());
        }

        static Checked of(List<String> lines) {
            Map<String, String> stamps = new HashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int separator = line.indexOf(SEPARATOR);
                stamps.put(line.substring(separator + 1), line.substring(0, Math.max(separator, 0)));
            }
            return new Checked(lines.get(0), stamps);
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(facts));
            new TreeMap<>(stamps).forEach((file, stamp) -> lines.add(stamp + SEPARATOR + file));
            return lines;
        }
    }

    /** What cannot be read has been forgotten. */
    private Checked remembered() {
        try {
            List<String> lines = Files.exists(memory) ? Files.readAllLines(memory) : List.of();
            return lines.size() > 1 && lines.get(0).equals(circumstances) ? Checked.of(lines.subList(1, lines.size())) : Checked.nothing();
        } catch (IOException | RuntimeException damaged) {
            return Checked.nothing();
        }
    }

    /** Where nothing can be written, everything is checked the next time. */
    private void remember(Checked checked) {
        List<String> lines = new ArrayList<>(List.of(circumstances));
        lines.addAll(checked.lines());
        try {
            Files.createDirectories(memory.getParent());
            Files.write(memory, lines);
        } catch (IOException unwritable) {
            memory.toFile().delete();
        }
    }
}
