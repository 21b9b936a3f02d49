package org.asyncjava.compiler.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.asyncjava.rules.AnnotatedMethod;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.TestMethod;
import org.asyncjava.rules.Violation;

/** What annotations of methods ask of those who call them: frameworks and JUnit. */
final class Annotations {
    private final Elements elements;
    private final TreeCalls calls;
    private final CallAnnotations known;

    Annotations(Elements elements, TreeCalls calls, CallAnnotations known) {
        this.elements = elements;
        this.calls = calls;
        this.known = known;
    }

    /**
     * The rules that a method's annotations break.
     *
     * @param method the method, which has a body
     * @param at the same as an enclosure
     * @param awaits whether it awaits
     * @param position where it is
     */
    List<Violation> violations(ExecutableElement method, Enclosure at, boolean awaits, Position position) {
        Set<String> own = new LinkedHashSet<>(names(method));
        String result = calls.asyncResult(method).orElse("");
        List<Violation> found = new ArrayList<>();
        new TestMethod(at, own, !result.isEmpty(), position).violation().ifPresent(found::add);
        if (at.async() && calls.carriesAsync(method) && (awaits || result.equals(ReturnSite.COROUTINE))) {
            if (!method.getModifiers().contains(Modifier.STATIC) && !method.getModifiers().contains(Modifier.PRIVATE)) {
                own.addAll(names(method.getEnclosingElement()));
            }
            found.addAll(new AnnotatedMethod(at, own, position).violations(known));
        }
        return found;
    }

    private List<String> names(Element annotated) {
        return annotated.getAnnotationMirrors().stream()
                .map(annotation -> elements.getBinaryName((TypeElement) annotation.getAnnotationType().asElement()).toString()).toList();
    }
}
