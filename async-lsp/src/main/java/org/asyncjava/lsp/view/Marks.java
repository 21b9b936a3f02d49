package org.asyncjava.lsp.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asyncjava.compiler.source.LiveFile;
import org.asyncjava.compiler.source.LiveMark;
import org.asyncjava.lsp.text.Document;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Marks in the text: at the end of a line what may suspend in it, before a call whether it is cold or hot. */
public final class Marks {
    private Marks() {
    }

    /**
     * Those of a part of a document.
     *
     * @param document the document
     * @param file what there is to see in it
     * @param part which part
     * @return hints that a client shows between the characters
     */
    public static List<InlayHint> of(Document document, LiveFile file, Range part) {
        List<InlayHint> hints = new ArrayList<>();
        Map<Integer, TreeSet<LiveMark.Kind>> lines = new TreeMap<>();
        for (LiveMark mark : file.marks()) {
            Range range = Ranges.of(mark.at());
            if (!Ranges.overlap(part, range)) {
                continue;
            }
            if (isCall(mark.kind())) {
                hints.add(beforeCall(mark.kind(), range.getStart()));
            } else {
                lines.computeIfAbsent(range.getStart().getLine(), line -> new TreeSet<>()).add(mark.kind());
            }
        }
        lines.forEach((line, kinds) -> kinds.forEach(kind -> hints.add(endOfLine(kind, document.buffer().endOfLine(line)))));
        hints.sort(Comparator.comparing((InlayHint hint) -> hint.getPosition().getLine()).thenComparing(hint -> hint.getPosition().getCharacter()));
        return hints;
    }

    private static boolean isCall(LiveMark.Kind kind) {
        return kind == LiveMark.Kind.COLD_CALL || kind == LiveMark.Kind.HOT_CALL;
    }

    private static InlayHint beforeCall(LiveMark.Kind kind, Position position) {
        InlayHint hint = new InlayHint(position, Either.forLeft(kind == LiveMark.Kind.COLD_CALL ? "cold" : "hot"));
        hint.setPaddingRight(true);
        hint.setTooltip(meaning(kind));
        return hint;
    }

    private static InlayHint endOfLine(LiveMark.Kind kind, Position position) {
        InlayHint hint = new InlayHint(position, Either.forLeft(switch (kind) {
            case AWAIT -> "⇢ await";
            case EMIT -> "⇢ emit";
            case EACH -> "⇢ await next";
            case CLOSE -> "⇢ await close";
            case COLD_CALL, HOT_CALL -> throw new IllegalArgumentException(kind + " stands before a call");
        }));
        hint.setPaddingLeft(true);
        hint.setTooltip(meaning(kind));
        return hint;
    }

    /**
     * What is to be said about a place that is marked.
     *
     * @param file what there is to see in the document
     * @param position the place
     * @return a sentence; empty if nothing is marked there
     */
    public static Optional<String> at(LiveFile file, Position position) {
        return file.marks().stream().filter(mark -> Ranges.contains(Ranges.of(mark.at()), position)).map(mark -> meaning(mark.kind())).findFirst();
    }

    private static String meaning(LiveMark.Kind kind) {
        return switch (kind) {
            case AWAIT -> "The method is suspended here until the operand is done; if that is done already, it goes on at once.";
            case EMIT -> "The generator hands out an element and is suspended until the next one is asked for.";
            case EACH -> "The method is suspended before each element until that is there; when the loop is left, its source is closed.";
            case CLOSE -> "The resource is closed by awaiting: the method may be suspended at the end of the block.";
            case COLD_CALL -> "A cold call: nothing runs before it is awaited, or given to createTask.";
            case HOT_CALL -> "A hot call: the method runs at once, up to where it is suspended first.";
        };
    }
}
