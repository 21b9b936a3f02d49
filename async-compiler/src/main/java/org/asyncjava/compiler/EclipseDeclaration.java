package org.asyncjava.compiler;

import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * What Eclipse's compiler knows of a declaration behind an element, and has no public API for: the text that it compiles, and where its
 * messages about the declaration stand.
 *
 * <p>Its messager ({@code BaseMessagerImpl.createProblem}) puts a message to the place that the declaration's syntax tree names, and copies
 * that place at once. So while a message is printed the tree names the place that the message is about. All members that are used are
 * public; where one is missing, in another compiler or version, there is no such declaration.
 */
final class EclipseDeclaration {
    private static final String START = "sourceStart";
    private static final String END = "sourceEnd";

    private final Object tree;
    private final String text;

    private EclipseDeclaration(Object tree, String text) {
        this.tree = tree;
        this.text = text;
    }

    /** The declaration of a class, method or field that is being compiled; empty if the compiler is another one or does not tell. */
    static Optional<EclipseDeclaration> of(Element element) {
        try {
            Object binding = field(element, "_binding");
            Object scope = field(isType(element) ? binding : field(binding, "declaringClass"), "scope");
            Object unit = field(field(call(scope, "referenceCompilationUnit"), "compilationResult"), "compilationUnit");
            EclipseDeclaration declaration = new EclipseDeclaration(tree(element, binding, scope), new String((char[]) call(unit, "getContents")));
            declaration.place();
            return Optional.of(declaration);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isType(Element element) {
        return element.getKind().isClass() || element.getKind().isInterface();
    }

    /** Of records and constants of enums the messager knows no place. */
    private static Object tree(Element element, Object binding, Object scope) throws ReflectiveOperationException {
        return switch (element.getKind()) {
            case CLASS, INTERFACE, ENUM, ANNOTATION_TYPE -> field(scope, "referenceContext");
            case METHOD, CONSTRUCTOR -> call(binding, "sourceMethod");
            case FIELD -> call(binding, "sourceField");
            default -> throw new NoSuchFieldException(element.getKind() + " has no place");
        };
    }

    /** The text of its file, in whatever encoding the file is, or as it stands in an editor. */
    String text() {
        return text;
    }

    /** Prints messages about the declaration as messages about a place in its file. */
    void during(Word place, Runnable printing) {
        try {
            Word own = place();
            move(place);
            try {
                printing.run();
            } finally {
                move(own);
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Word place() throws ReflectiveOperationException {
        return new Word((int) field(tree, START), (int) field(tree, END));
    }

    private void move(Word place) throws ReflectiveOperationException {
        tree.getClass().getField(START).setInt(tree, place.start());
        tree.getClass().getField(END).setInt(tree, place.end());
    }

    private static Object field(Object target, String name) throws ReflectiveOperationException {
        return target.getClass().getField(name).get(target);
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
