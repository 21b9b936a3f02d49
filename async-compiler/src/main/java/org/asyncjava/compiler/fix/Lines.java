package org.asyncjava.compiler.fix;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import org.asyncjava.compiler.source.LineStarts;

/** Where the nodes of a source are in its text, and how that is laid out. */
final class Lines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FOUR_SPACES = "    ";

    private final String text;
    private final LineStarts starts;

    Lines(String text) {
        this.text = text;
        this.starts = LineStarts.of(text);
    }

    /** A byte order mark belongs to no line. */
    private int start(int line) {
        return line == 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : starts.of(line);
    }

    private int offset(Position position) {
        return start(position.line - 1) + position.column - 1;
    }

    int begin(Node node) {
        return offset(node.getBegin().orElseThrow());
    }

    /** Where a node has ended. */
    int end(Node node) {
        return offset(node.getEnd().orElseThrow()) + 1;
    }

    String text(Node node) {
        return text.substring(begin(node), end(node));
    }

    /** What ends a line of this text. */
    String lineEnd() {
        int first = starts.count() > 1 ? starts.of(1) : 0;
        return first == 0 ? "\n" : text.startsWith("\r\n", first - 2 < 0 ? 0 : first - 2) ? "\r\n" : text.substring(first - 1, first);
    }

    int startOfLine(int offset) {
        return start(starts.lineAt(offset));
    }

    /** The white space that the line of a place begins with. */
    String indentation(int offset) {
        int start = startOfLine(offset);
        return text.substring(start, afterBlanks(start));
    }

    /** What a step to the right is in this text: as far as a member is from the left, if it stands in a class at the left. */
    String step() {
        for (int line = 0; line < starts.count(); line++) {
            int start = start(line);
            int end = afterBlanks(start);
            if (end > start && end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                return text.substring(start, end);
            }
        }
        return FOUR_SPACES;
    }

    boolean isFirstOfLine(int offset) {
        return afterBlanks(startOfLine(offset)) >= offset;
    }

    private int afterBlanks(int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** The next place that is no white space. */
    int afterWhiteSpace(int from) {
        int end = from;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The start of the next line, if a line ends at a place; otherwise that place. */
    int afterLineEnd(int end) {
        return text.startsWith("\r\n", end) ? end + 2 : end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r') ? end + 1 : end;
    }

    /** Behind what belongs to the line of a node that ends it: white space, or a comment to the line's end. Otherwise behind the node. */
    int afterRestOfLine(Node node) {
        int end = end(node);
        int rest = afterBlanks(end);
        if (text.startsWith("//", rest)) {
            while (rest < text.length() && text.charAt(rest) != '\n' && text.charAt(rest) != '\r') {
                rest++;
            }
        }
        return rest == text.length() || text.charAt(rest) == '\n' || text.charAt(rest) == '\r' ? rest : end;
    }
}
