package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A fix while it is written: changes at places of the source, and the imports that they need. */
final class Draft {
    private final Place place;
    private final Imports imports;
    private final List<TextChange> changes = new ArrayList<>();

    Draft(Place place) {
        this.place = place;
        this.imports = new Imports(place);
    }

    /** Names a class where the report is. */
    String type(String className) {
        return imports.type(className);
    }

    /** Names a static method where the report is. */
    String method(String className, String method) {
        return imports.method(className, method);
    }

    Draft put(int offset, String text) {
        return change(offset, offset, text);
    }

    Draft before(Node node, String text) {
        return put(place.lines().begin(node), text);
    }

    Draft after(Node node, String text) {
        return put(place.lines().end(node), text);
    }

    Draft around(Node node, String before, String after) {
        return before(node, before).after(node, after);
    }

    Draft replace(Node node, String text) {
        return change(place.lines().begin(node), place.lines().end(node), text);
    }

    Draft change(int start, int end, String text) {
        changes.add(new TextChange(start, end, text));
        return this;
    }

    Fix fix(String title, Fix.Kind kind) {
        List<TextChange> all = new ArrayList<>(imports.changes());
        all.addAll(changes);
        all.sort(Comparator.comparingInt(TextChange::start).thenComparingInt(TextChange::end));
        return new Fix(title, kind, joined(all));
    }

    /** What is put in at one place, or right before what is replaced, is one change. */
    private static List<TextChange> joined(List<TextChange> sorted) {
        List<TextChange> joined = new ArrayList<>();
        for (TextChange change : sorted) {
            TextChange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.end() == change.start()) {
                joined.set(joined.size() - 1, new TextChange(last.start(), change.end(), last.text() + change.text()));
            } else {
                joined.add(change);
            }
        }
        return joined;
    }
}
