package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The annotations of a method, as changes of a source. */
final class Annotated {
    private final Place place;
    private final MethodDeclaration method;

    Annotated(Place place, MethodDeclaration method) {
        this.place = place;
        this.method = method;
    }

    Optional<AnnotationExpr> with(String className) {
        return method.getAnnotations().stream().filter(annotation -> place.meanings().annotation(annotation).equals(className)).findFirst();
    }

    /** As the first one, in a line of its own where the method begins its line. */
    void add(Draft draft, String className) {
        Lines lines = place.lines();
        int begin = lines.begin(method);
        String gap = lines.isFirstOfLine(begin) ? lines.lineEnd() + lines.indentation(begin) : " ";
        draft.put(begin, "@" + draft.type(className) + gap);
    }

    /** With the import, if nothing else in the file uses it. */
    void remove(Draft draft, AnnotationExpr annotation) {
        Lines lines = place.lines();
        draft.change(lines.begin(annotation), lines.afterWhiteSpace(lines.end(annotation)), "");
        place.meanings().unit().getImports().stream().filter(declaration -> isOnlyFor(declaration, annotation)).findFirst()
                .ifPresent(declaration -> draft.change(lines.begin(declaration), lines.afterLineEnd(lines.end(declaration)), ""));
    }

    private boolean isOnlyFor(ImportDeclaration declaration, AnnotationExpr annotation) {
        String simpleName = annotation.getNameAsString();
        if (declaration.isStatic() || declaration.isAsterisk() || !declaration.getName().getIdentifier().equals(simpleName)) {
            return false;
        }
        Matcher uses = Pattern.compile("\\b" + Pattern.quote(simpleName) + "\\b").matcher(place.source().text());
        int count = 0;
        while (uses.find()) {
            count++;
        }
        return count == 2;
    }
}
