package org.asyncjava.lsp.view;

import org.asyncjava.compiler.source.Extent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Parts of a text as the protocol counts them: from 0. */
final class Ranges {
    private Ranges() {
    }

    static Range of(Extent extent) {
        return new Range(new Position(extent.line() - 1, extent.column() - 1), new Position(extent.endLine() - 1, extent.endColumn() - 1));
    }

    static boolean contains(Range range, Position position) {
        return !isBefore(position, range.getStart()) && !isBefore(range.getEnd(), position);
    }

    static boolean overlap(Range one, Range other) {
        return !isBefore(one.getEnd(), other.getStart()) && !isBefore(other.getEnd(), one.getStart());
    }

    private static boolean isBefore(Position one, Position other) {
        return one.getLine() < other.getLine() || one.getLine() == other.getLine() && one.getCharacter() < other.getCharacter();
    }
}
