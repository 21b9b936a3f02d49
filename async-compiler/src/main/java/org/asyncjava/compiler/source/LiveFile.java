package org.asyncjava.compiler.source;

import java.util.List;
import java.util.Optional;

/**
 * What there is to see in a source file.
 *
 * @param findings what is wrong, in the order of the source
 * @param marks what is marked, in no order
 * @param remark what is to be said about the file if it could not be looked at, or not well
 */
public record LiveFile(List<LiveFinding> findings, List<LiveMark> marks, Optional<String> remark) {
    /** Makes it; the lists are copied. */
    public LiveFile {
        findings = List.copyOf(findings);
        marks = List.copyOf(marks);
    }

    /** Of a file in which nothing was looked at. */
    static LiveFile empty(Optional<String> remark) {
        return new LiveFile(List.of(), List.of(), remark);
    }
}
