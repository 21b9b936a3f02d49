package org.asyncjava.compiler.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.asyncjava.rules.Violation;

/**
 * What a check of sources found.
 *
 * @param violations the broken rules, by file
 * @param unread files that could not be looked at, each with a sentence that says why
 * @param files how many files were asked for
 * @param parsed how many of them had to be parsed
 */
public record SourceReport(Map<Path, List<Violation>> violations, Map<Path, String> unread, int files, int parsed) {
    /**
     * All broken rules.
     *
     * @return the violations of all files
     */
    public List<Violation> all() {
        return violations.values().stream().flatMap(List::stream).toList();
    }
}
