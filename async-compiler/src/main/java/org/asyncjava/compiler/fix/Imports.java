package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asyncjava.compiler.source.Meanings;

/** The names by which a fix calls classes and methods, and the imports that it adds for them: static ones first, in order, where the others stand. */
final class Imports {
    /** In front of the name of a class that is imported and not there. */
    private static final String MISSING = "?.";

    private final Place place;
    private final Meanings meanings;
    private final Lines lines;
    private final TreeSet<String> statics = new TreeSet<>();
    private final TreeSet<String> types = new TreeSet<>();

    Imports(Place place) {
        this.place = place;
        this.meanings = place.meanings();
        this.lines = place.lines();
    }

    /** Its simple name, unless that means something else where it is used. */
    String type(String className) {
        String simpleName = Names.simple(className);
        Optional<String> meaning = meanings.named(simpleName, place.node()).map(known -> known.equals(MISSING + className) ? className : known);
        if (meaning.isPresent() && !meaning.get().equals(className)) {
            return className;
        }
        if (meaning.isEmpty() && !meanings.isClass(className, simpleName)) {
            types.add(className);
        }
        return simpleName;
    }

    /** Its simple name, unless the file has another of that name, or calls its methods by the name of the class. */
    String method(String className, String method) {
        if (meanings.callsImported(className, method, place.node())) {
            return method;
        }
        if (isImported(className) || meanings.isTaken(method, place.node())) {
            return type(className) + "." + method;
        }
        statics.add(className + "." + method);
        return method;
    }

    private boolean isImported(String className) {
        return all().stream().anyMatch(declaration -> !declaration.isStatic() && !declaration.isAsterisk() && name(declaration).equals(className));
    }

    private List<ImportDeclaration> all() {
        return meanings.unit().getImports();
    }

    private static String name(ImportDeclaration declaration) {
        return declaration.getNameAsString() + (declaration.isAsterisk() ? ".*" : "");
    }

    List<TextChange> changes() {
        TreeMap<Integer, String> texts = new TreeMap<>();
        if (all().isEmpty() && statics.size() + types.size() > 0) {
            first(texts);
        } else {
            add(statics, true, texts);
            add(types, false, texts);
        }
        List<TextChange> changes = new ArrayList<>();
        texts.forEach((offset, text) -> changes.add(new TextChange(offset, offset, text)));
        return changes;
    }

    private static String declaration(String name, boolean isStatic) {
        return "import " + (isStatic ? "static " : "") + name + ";";
    }

    /** The first imports of the file: behind the package, or in front of the first class and what is said of it. */
    private void first(TreeMap<Integer, String> texts) {
        String end = lines.lineEnd();
        List<String> blocks = new ArrayList<>();
        if (!statics.isEmpty()) {
            blocks.add(String.join(end, statics.stream().map(name -> declaration(name, true)).toList()));
        }
        if (!types.isEmpty()) {
            blocks.add(String.join(end, types.stream().map(name -> declaration(name, false)).toList()));
        }
        String text = String.join(end + end, blocks);
        Optional<Integer> behind = meanings.unit().getPackageDeclaration().map(lines::afterRestOfLine);
        texts.put(behind.orElseGet(this::startOfTypes), behind.isPresent() ? end + end + text : text + end + end);
    }

    /** In front of the comment that the first class has, if that is one for readers of its documentation. */
    private int startOfTypes() {
        int begin = lines.begin(meanings.unit().getType(0));
        String before = place.source().text().substring(0, begin).stripTrailing();
        int comment = before.lastIndexOf("/*");
        return before.endsWith("*/") && before.startsWith("/**", comment) ? comment : begin;
    }

    private void add(TreeSet<String> names, boolean areStatic, TreeMap<Integer, String> texts) {
        List<ImportDeclaration> same = all().stream().filter(declaration -> declaration.isStatic() == areStatic).toList();
        String end = lines.lineEnd();
        if (!same.isEmpty()) {
            names.forEach(name -> beside(same, name, declaration(name, areStatic), texts));
        } else if (!names.isEmpty()) {
            String text = String.join(end, names.stream().map(name -> declaration(name, areStatic)).toList());
            Node neighbour = areStatic ? all().get(0) : all().get(all().size() - 1);
            if (areStatic) {
                texts.merge(lines.begin(neighbour), text + end + end, String::concat);
            } else {
                texts.merge(lines.afterRestOfLine(neighbour), end + end + text, String::concat);
            }
        }
    }

    /** In order among those that are in order; otherwise behind the last of those that it is next to. */
    private void beside(List<ImportDeclaration> same, String name, String text, TreeMap<Integer, String> texts) {
        List<String> present = same.stream().map(Imports::name).toList();
        boolean sorted = present.equals(present.stream().sorted().toList());
        int smaller = (int) present.stream().filter(other -> other.compareTo(name) < 0).count();
        if (sorted && (smaller == 0 || smaller < same.size() && shared(present.get(smaller - 1), name) < shared(present.get(smaller), name))) {
            texts.merge(lines.begin(same.get(smaller)), text + lines.lineEnd(), String::concat);
        } else {
            Node neighbour = same.get(sorted ? smaller - 1 : nearest(present, name));
            texts.merge(lines.afterRestOfLine(neighbour), lines.lineEnd() + text, String::concat);
        }
    }

    private static int nearest(List<String> present, String name) {
        int nearest = 0;
        for (int index = 0; index < present.size(); index++) {
            if (shared(present.get(index), name) >= shared(present.get(nearest), name)) {
                nearest = index;
            }
        }
        return nearest;
    }

    /** How many parts two names have in common. */
    private static int shared(String one, String other) {
        String[] parts = one.split("\\.");
        String[] others = other.split("\\.");
        int shared = 0;
        while (shared < Math.min(parts.length, others.length) && parts[shared].equals(others[shared])) {
            shared++;
        }
        return shared;
    }
}
