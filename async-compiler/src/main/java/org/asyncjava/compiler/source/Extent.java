package org.asyncjava.compiler.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;

/**
 * A part of a source file's text.
 *
 * @param line of its beginning, counted from 1
 * @param column of its beginning, counted from 1, in UTF-16 units
 * @param endLine of its end
 * @param endColumn behind its last character
 */
public record Extent(int line, int column, int endLine, int endColumn) {
    private static final Range UNKNOWN = Range.range(1, 1, 1, 1);

    /** Where a node is. */
    static Extent of(Node node) {
        Range range = node.getRange().orElse(UNKNOWN);
        return new Extent(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
    }

    /** The first line of it. */
    Extent onItsFirstLine() {
        return endLine == line ? this : new Extent(line, column, line + 1, 1);
    }
}
