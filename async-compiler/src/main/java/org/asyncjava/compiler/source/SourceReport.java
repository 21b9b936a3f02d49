package org.asyncjava.compiler.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
     * A report of a check that came to nothing.
     *
     * @param files what was to be checked
     * @param remark what is to be said after the name of each
     * @return no violations, and a remark for each file
     */
    static SourceReport ofNothing(Collection<Path> files, String remark) {
        Map<Path, String> remarks = new TreeMap<>();
        files.forEach(file -> remarks.put(file, remark));
        return new SourceReport(Map.of(), remarks, Set.copyOf(files), "");
    }

    /** What is said of a file when its check has failed. */
    static String remarkAbout(Throwable defect) {
        return defect instanceof StackOverflowError ? "is nested too deeply; it is not checked before it is compiled"
                : "cannot be checked because of a defect in async-java, please report it: " + defect
                        + (defect.getStackTrace().length == 0 ? "" : " at " + defect.getStackTrace()[0]);
    }

    /**
     * All broken rules.
     *
     * @return the violations of all files
     */
    public List<Violation> all() {
        return violations.values().stream().flatMap(List::stream).toList();
    }
}
