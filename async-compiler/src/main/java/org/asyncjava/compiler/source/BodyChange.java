package org.asyncjava.compiler.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.List;
import java.util.Optional;

/**
 * A change of a text, of which is known where it begins and ends. If it is within the braces of one method's body, that is parsed alone, and the rest of the
 * file is what it was, further down: the parser would come to the same, as it goes through a body that ends where it seems to without a look at what follows.
 *
 * @param before the text before the change
 * @param after the text after it
 * @param start how many characters at the beginning are the same
 * @param rest how many at the end
 */
record BodyChange(String before, String after, int start, int rest) {
    /** Empty if braces may be written as escapes. */
    static Optional<BodyChange> of(String before, String after) {
        if (SourceParser.hasEscapes(before) || SourceParser.hasEscapes(after)) {
            return Optional.empty();
        }
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int rest = 0;
        while (rest < most - start && before.charAt(before.length() - 1 - rest) == after.charAt(after.length() - 1 - rest)) {
            rest++;
        }
        return Optional.of(new BodyChange(before, after, start, rest));
    }

    /**
     * Makes it in what the text before it was parsed to.
     *
     * @return false if that has to be parsed anew; then nothing has been changed
     */
    boolean make(CompilationUnit unit, SourceParser parser) {
        LineStarts lines = LineStarts.of(before);
        Optional<MethodDeclaration> around = around(unit.getTypes(), lines);
        Range was = around.flatMap(MethodDeclaration::getBody).flatMap(Node::getRange).orElse(null);
        if (was == null || was.begin.line == 1) {
            return false;
        }
        int begin = offset(was.begin, lines);
        String text = after.substring(begin, offset(was.end, lines) + 1 + after.length() - before.length());
        Optional<BlockStmt> body = parser.body(text, was.begin);
        Position end = positionOf(begin + text.length() - 1);
        if (body.flatMap(Node::getRange).filter(new Range(was.begin, end)::equals).isEmpty()) {
            return false;
        }
        new Moved(was.end, end).move(unit);
        around.get().setBody(body.get());
        return true;
    }

    private Position positionOf(int offset) {
        LineStarts lines = LineStarts.of(after);
        int line = lines.lineAt(offset);
        return new Position(line + 1, offset - lines.of(line) + 1);
    }

    private static int offset(Position position, LineStarts lines) {
        return lines.of(position.line - 1) + position.column - 1;
    }

    /** The method of a class, but of none in code, in whose body all of the change is. */
    private Optional<MethodDeclaration> around(List<TypeDeclaration<?>> types, LineStarts lines) {
        for (TypeDeclaration<?> type : types) {
            for (var member : type.getMembers()) {
                if (member instanceof MethodDeclaration method && method.getBody().flatMap(Node::getRange).filter(range -> isWithin(range, lines)).isPresent()) {
                    return Optional.of(method);
                } else if (member instanceof TypeDeclaration<?> nested && nested.getRange().filter(range -> isWithin(range, lines)).isPresent()) {
                    return around(List.of(nested), lines);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(Range range, LineStarts lines) {
        return offset(range.begin, lines) < start && before.length() - rest <= offset(range.end, lines);
    }

    /**
     * What is from a place on has moved.
     *
     * @param was the place
     * @param is where it is now
     */
    private record Moved(Position was, Position is) {
        void move(Node node) {
            Range range = node.getRange().orElse(null);
            if (range == null || range.end.isBefore(was) || is.line == was.line && range.begin.line > was.line) {
                return;
            }
            node.setRange(new Range(moved(range.begin), moved(range.end)));
            node.getChildNodes().forEach(this::move);
        }

        private Position moved(Position position) {
            if (position.isBefore(was)) {
                return position;
            }
            return new Position(position.line + is.line - was.line, position.line == was.line ? position.column + is.column - was.column : position.column);
        }
    }
}
