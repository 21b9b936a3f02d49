package org.asyncjava.compiler.tree;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.asyncjava.rules.Misuse;
import org.asyncjava.rules.Violation;

/** Whether what a generator emits can be one of its elements: {@code emit} takes anything, so that javac does not ask. */
final class Emitted {
    private final Symbols symbols;
    private final Promised promised;

    Emitted(Symbols symbols, Promised promised) {
        this.symbols = symbols;
        this.promised = promised;
    }

    /**
     * Looks at a call of {@code emit}.
     *
     * @param call its path
     * @param result what the generator returns
     * @param at where it stands
     * @return what is wrong with its value
     */
    Optional<Violation> violation(TreePath call, TypeMirror result, Misuse at) {
        TreePath value = new TreePath(call, ((MethodInvocationTree) call.getLeaf()).getArguments().get(0));
        TypeMirror type = symbols.trees().getTypeMirror(value);
        return promised.element(result).filter(element -> type != null && isKnown(type) && !symbols.isElement(type, element))
                .map(element -> at.emitted(symbols.className(type), symbols.className(element)));
    }

    private boolean isKnown(TypeMirror type) {
        return promised.isValue(type) || type.getKind() == TypeKind.INTERSECTION;
    }
}
