package org.asyncjava.compiler.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asyncjava.rules.Violation;

/**
 * What a check of sources found.
 *
 * @param violations the broken rules, by file
 * @param remarks files that could not be looked at, or not well, each with what is to be said after its name
 * @param checked the files that were looked at, also those with nothing to report
 * @param facts the same as long as what files can learn from one another is the same
 */
public record SourceReport(Map<Path, List<Violation>> violations, Map<Path, String> remarks, Set<Path> checked, String facts) {
    /**
     * All broken rules.
     *
     * @return the violations of all files
     */
    public List<Violation> all() {
        return violations.values().stream().flatMap(List::stream).toList();
    }
}
