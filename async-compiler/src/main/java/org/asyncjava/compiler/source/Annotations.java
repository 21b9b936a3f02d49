package org.asyncjava.compiler.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asyncjava.rules.AnnotatedMethod;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.TestMethod;
import org.asyncjava.rules.Violation;

/** What annotations of methods ask of those who call them: frameworks and JUnit. */
final class Annotations {
    private final SourceCalls calls;
    private final Names names;
    private final CallAnnotations known;

    Annotations(SourceCalls calls, Names names, CallAnnotations known) {
        this.calls = calls;
        this.names = names;
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
    List<Violation> violations(MethodDeclaration method, Enclosure at, boolean awaits, Position position) {
        Set<String> own = new LinkedHashSet<>(names(method));
        String result = calls.resultOf(method).orElse("");
        List<Violation> found = new ArrayList<>();
        new TestMethod(at, own, !result.isEmpty(), position).violation().ifPresent(found::add);
        if (at.async() && method.getAnnotations().stream().anyMatch(names::isAsync) && (awaits || result.equals(ReturnSite.COROUTINE))) {
            if (method.getParentNode().orElseThrow() instanceof TypeDeclaration<?> declared && !method.isStatic() && !method.isPrivate()) {
                own.addAll(names(declared));
            }
            found.addAll(new AnnotatedMethod(at, own, position).violations(known));
        }
        return found;
    }

    private List<String> names(NodeWithAnnotations<?> annotated) {
        return annotated.getAnnotations().stream().map(names::ofAnnotation).toList();
    }
}
