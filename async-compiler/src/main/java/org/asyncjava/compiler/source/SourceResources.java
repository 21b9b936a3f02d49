package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.compiler.walk.AsyncResource;
import org.objectweb.asm.Opcodes;

/** The resources that are closed by awaiting, as far as the source tells what they are. */
final class SourceResources {
    private final SourceCalls calls;

    SourceResources(SourceCalls calls) {
        this.calls = calls;
    }

    List<AsyncResource<Node>> of(Node node) {
        List<AsyncResource<Node>> found = new ArrayList<>();
        if (node instanceof TryStmt attempt) {
            attempt.getResources().forEach(resource -> resource(resource).ifPresent(found::add));
        } else if (node instanceof ObjectCreationExpr creation && creation.getAnonymousClassBody().isEmpty()) {
            async(calls.types().typeOf(creation)).ifPresent(type -> found.add(resource(creation, type, Optional.empty())));
        } else if (node instanceof MethodCallExpr call) {
            made(call).ifPresent(type -> found.add(resource(call, type, Optional.empty())));
        }
        return found;
    }

    /** What all methods that a call may mean make. */
    private Optional<String> made(MethodCallExpr call) {
        Set<Optional<String>> made = new HashSet<>();
        calls.types().candidates(call).forEach(method -> made.add(async(method.result()).filter(type -> isNew(method, type))));
        return made.size() == 1 ? made.iterator().next() : Optional.empty();
    }

    /** Not where somebody may have it: as the object of the call, as an argument, or because it was kept for the caller, who chooses its type. */
    private boolean isNew(Hierarchy.Method method, String type) {
        return !method.outline().returnsVariable()
                && (method.outline().is(Opcodes.ACC_STATIC) || !calls.hierarchy().mayBe(method.declaredIn(), type))
                && Arrays.stream(org.objectweb.asm.Type.getArgumentTypes(method.outline().descriptor()))
                        .noneMatch(parameter -> calls.hierarchy().mayBe(parameter.getInternalName(), type));
    }

    private Optional<AsyncResource<Node>> resource(Expression resource) {
        if (resource instanceof VariableDeclarationExpr declaration) {
            return declared(declaration.getVariable(0));
        }
        Optional<AsyncResource<Node>> hidden = resource instanceof NameExpr name
                ? Variables.find(name.getNameAsString(), name).flatMap(Variables.Variable::type).flatMap(type -> bounded(resource, type)) : Optional.empty();
        return hidden.isPresent() ? hidden : async(calls.types().typeOf(resource)).map(type -> resource(resource, type, Optional.empty()));
    }

    /** A variable whose type is a type parameter of which another bound than the first one tells what it is. */
    private Optional<AsyncResource<Node>> bounded(Node at, Type type) {
        List<ClassOrInterfaceType> bounds = type instanceof ClassOrInterfaceType named ? calls.names().bounds(named) : List.of();
        List<String> types = bounds.stream().map(calls.names()::internalName).toList();
        return types.isEmpty() || calls.hierarchy().isAsyncCloseable(types.get(0)) ? Optional.empty()
                : types.stream().filter(calls.hierarchy()::isAsyncCloseable).findFirst().map(bound -> resource(at, bound, Optional.of(display(types.get(0)))));
    }

    private Optional<AsyncResource<Node>> declared(VariableDeclarator variable) {
        Optional<String> value = variable.getInitializer().flatMap(initial -> async(calls.types().typeOf(initial)));
        if (variable.getType().isVarType()) {
            return value.map(type -> resource(variable, type, Optional.empty()));
        }
        String declared = calls.names().internalName(variable.getType());
        if (calls.hierarchy().isAsyncCloseable(declared)) {
            return Optional.of(resource(variable, declared, Optional.empty()));
        }
        return value.map(type -> resource(variable, type, Optional.of(display(declared))));
    }

    private Optional<String> async(Optional<String> type) {
        return type.filter(calls.hierarchy()::isAsyncCloseable);
    }

    private AsyncResource<Node> resource(Node at, String type, Optional<String> hiddenAs) {
        return new AsyncResource<>(at, display(type), hiddenAs, calls.hierarchy().inheritsClose(type));
    }

    private static String display(String internalName) {
        return internalName.replace(Names.UNRESOLVED, "").replace('/', '.');
    }
}
