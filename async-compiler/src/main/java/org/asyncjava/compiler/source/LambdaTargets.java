package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.compiler.walk.LambdaNature;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.FunctionalInterfaces;
import org.asyncjava.transformer.read.MethodOutline;
import org.asyncjava.transformer.read.ResultType;
import org.asyncjava.transformer.read.TransformationException;

/** Which functional interface a lambda implements, by the place where it stands. */
final class LambdaTargets {
    /** Has a single abstract method by chance: where something else can be meant, a lambda is that. */
    private static final String AWAITABLE = "org/asyncjava/Awaitable";

    private final Names names;
    private final SourceCalls calls;
    private final Hierarchy hierarchy;
    private final FunctionalInterfaces interfaces;

    LambdaTargets(Names names, SourceCalls calls, Hierarchy hierarchy, ClassPath classPath) {
        this.names = names;
        this.calls = calls;
        this.hierarchy = hierarchy;
        this.interfaces = new FunctionalInterfaces(classPath);
    }

    /**
     * A type that a place asks for.
     *
     * @param internalName the class
     * @param written the type in the source, with its arguments, if it is there
     */
    private record Target(String internalName, Optional<ClassOrInterfaceType> written) {
    }

    /** The nature of a lambda, or of a method reference in its place. */
    LambdaNature natureOf(Expression lambda) {
        List<String> targets = targets(lambda).stream().map(Target::internalName).distinct().toList();
        List<LambdaNature> natures = targets.stream().filter(target -> targets.size() == 1 || !target.equals(AWAITABLE))
                .map(this::nature).distinct().toList();
        return natures.size() == 1 ? natures.get(0) : natures.isEmpty() || !natures.stream().allMatch(LambdaTargets::isPlain)
                ? LambdaNature.UNSURE : LambdaNature.PLAIN;
    }

    private static boolean isPlain(LambdaNature nature) {
        return nature == LambdaNature.PLAIN || nature == LambdaNature.VOID;
    }

    private LambdaNature nature(String interfaceName) {
        try {
            Optional<MethodOutline> method = interfaces.singleAbstract(interfaceName);
            if (method.isEmpty()) {
                return LambdaNature.UNSURE;
            }
            int arguments = org.objectweb.asm.Type.getArgumentTypes(method.get().descriptor()).length;
            if (interfaces.isAsync(interfaceName, method.get().name(), arguments)) {
                return ResultType.isOfAsyncGenerator(method.get().descriptor()) ? LambdaNature.ASYNC_GENERATOR : LambdaNature.ASYNC;
            }
            return method.get().descriptor().endsWith(")V") ? LambdaNature.VOID : LambdaNature.PLAIN;
        } catch (TransformationException missing) {
            return LambdaNature.UNSURE;
        }
    }

    /** The types that the place of an expression may ask for: several where a call is overloaded. */
    private List<Target> targets(Expression expression) {
        Node parent = expression.getParentNode().orElse(null);
        if (parent instanceof EnclosedExpr || parent instanceof ConditionalExpr) {
            return targets((Expression) parent);
        }
        if (parent instanceof CastExpr cast) {
            return written(cast.getType());
        }
        if (parent instanceof VariableDeclarator declarator) {
            return written(declarator.getType());
        }
        if (parent instanceof AssignExpr assignment && assignment.getValue() == expression) {
            return calls.types().typeOf(assignment.getTarget()).map(LambdaTargets::erased).stream().toList();
        }
        if (parent instanceof ReturnStmt statement) {
            return returned(statement);
        }
        if (parent instanceof ExpressionStmt statement && statement.getParentNode().orElse(null) instanceof LambdaExpr outer) {
            return resultOf(outer);
        }
        return argument(expression, parent);
    }

    private List<Target> argument(Expression expression, Node parent) {
        List<Target> targets = new ArrayList<>();
        if (parent instanceof MethodCallExpr call && call.getArguments().contains(expression)) {
            int index = call.getArguments().indexOf(expression);
            calls.types().candidates(call).forEach(method -> targets.add(erased(method.parameter(index).orElse(Names.UNRESOLVED))));
        } else if (parent instanceof ObjectCreationExpr creation && creation.getArguments().contains(expression)) {
            int index = creation.getArguments().indexOf(expression);
            hierarchy.methods(names.internalName(creation.getType()), "<init>", creation.getArguments().size())
                    .forEach(method -> targets.add(erased(method.parameter(index).orElse(Names.UNRESOLVED))));
        }
        return targets;
    }

    private List<Target> returned(ReturnStmt statement) {
        for (Node at = statement; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof LambdaExpr outer) {
                return resultOf(outer);
            }
            if (at instanceof MethodDeclaration method) {
                return written(method.getType());
            }
            if (at instanceof ConstructorDeclaration) {
                return List.of();
            }
        }
        return List.of();
    }

    /** What a lambda is to yield: of a generic interface of the JDK its last argument. */
    private List<Target> resultOf(LambdaExpr outer) {
        List<Target> results = new ArrayList<>();
        for (Target target : targets(outer)) {
            Optional<ClassOrInterfaceType> last = target.written().flatMap(ClassOrInterfaceType::getTypeArguments)
                    .filter(arguments -> !arguments.isEmpty() && isSupplying(target.internalName()))
                    .flatMap(arguments -> arguments.get(arguments.size() - 1).toClassOrInterfaceType());
            results.addAll(last.map(this::written).orElseGet(() -> declaredResult(target)));
        }
        return results;
    }

    private static boolean isSupplying(String internalName) {
        return internalName.equals("java/util/function/Supplier") || internalName.equals("java/util/concurrent/Callable")
                || internalName.equals("java/util/function/Function") || internalName.equals("java/util/function/BiFunction");
    }

    private List<Target> declaredResult(Target target) {
        try {
            return interfaces.singleAbstract(target.internalName()).map(method -> new Hierarchy.Method(target.internalName(), method))
                    .flatMap(Hierarchy.Method::result).map(LambdaTargets::erased).stream().toList();
        } catch (TransformationException missing) {
            return List.of();
        }
    }

    private List<Target> written(Type type) {
        return type instanceof ClassOrInterfaceType named ? List.of(new Target(names.internalName(named), Optional.of(named))) : List.of();
    }

    private static Target erased(String internalName) {
        return new Target(internalName, Optional.empty());
    }
}
