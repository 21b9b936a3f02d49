package org.asyncjava.compiler.tree;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.asyncjava.compiler.walk.AsyncResource;
import org.asyncjava.compiler.walk.Calls;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.ReturnSite;

/** What calls mean, by the symbols that javac has found. */
final class TreeCalls implements Calls<Tree> {
    private final Cursor cursor;
    private final Symbols symbols;
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    /** Names of one compiler are compared without reading them. */
    private final Name none;
    private final Name await;
    private final Name close;
    private final Map<Name, Marker> markers = new HashMap<>();
    private final Map<Marker, Name> markerClasses = new EnumMap<>(Marker.class);
    private final TreeResources resources;
    private final Name valueOf;
    private final Name string;
    private final Name async;
    private final Name generator;
    private final Name coroutine;
    /** A project calls few methods, and those often. */
    private final Map<ExecutableElement, Callee> callees = new HashMap<>();
    private final Map<ExecutableElement, Callee.Work> works = new HashMap<>();
    private final Map<Name, String> texts = new HashMap<>();

    TreeCalls(Cursor cursor, Symbols symbols, TreeResources resources, Elements elements, Types types) {
        this.cursor = cursor;
        this.symbols = symbols;
        this.trees = symbols.trees();
        this.elements = elements;
        this.types = types;
        this.none = elements.getName("");
        this.await = elements.getName("await");
        this.close = elements.getName("close");
        this.resources = resources;
        Stream.of(Marker.AWAIT, Marker.EMIT, Marker.END, Marker.EACH).forEach(marker -> {
            markers.put(elements.getName(marker.display()), marker);
            markerClasses.put(marker, elements.getName(marker.declaredIn()));
        });
        this.valueOf = elements.getName("valueOf");
        this.string = elements.getName("java.lang.String");
        this.async = elements.getName("org.asyncjava.Async");
        this.generator = elements.getName("org.asyncjava.Generator");
        this.coroutine = elements.getName("org.asyncjava.runtime.Coroutine");
    }

    /** The method behind a tree: a call, a reference or a declaration. */
    Optional<ExecutableElement> method(TreePath path) {
        return trees.getElement(path) instanceof ExecutableElement method ? Optional.of(method) : Optional.empty();
    }

    @Override
    public String name(Tree call) {
        return texts.computeIfAbsent(simpleName(call), Name::toString);
    }

    /** The same as javac keeps it. */
    Name simpleName(Tree call) {
        if (call instanceof MemberReferenceTree reference) {
            return reference.getName();
        }
        Tree select = call instanceof MethodInvocationTree invocation ? invocation.getMethodSelect() : null;
        if (select instanceof IdentifierTree simple) {
            return simple.getName();
        }
        return select instanceof MemberSelectTree qualified ? qualified.getIdentifier() : none;
    }

    @Override
    public Optional<Marker> marker(Tree call) {
        Marker marker = markers.get(simpleName(call));
        return marker == null ? Optional.empty() : method(cursor.path(call))
                .filter(method -> declaringClass(method).getQualifiedName().equals(markerClasses.get(marker))).map(method -> marker);
    }

    @Override
    public List<AsyncResource<Tree>> resources(Tree statement) {
        return statement instanceof MethodInvocationTree call ? lost(call).map(List::of).orElse(List.of()) : resources.of(statement);
    }

    /** What a call makes whose result is dropped; of an await what that which is awaited here makes, if it is a call. */
    private Optional<AsyncResource<Tree>> lost(MethodInvocationTree call) {
        if (!isAwait(call)) {
            return method(cursor.path(call)).flatMap(method -> resources.made(call, method, method.getReturnType()));
        }
        Tree operand = call.getArguments().get(0);
        return operand instanceof MethodInvocationTree ? method(cursor.path(operand))
                .flatMap(method -> new Promised(symbols).by(method.getReturnType()).flatMap(made -> resources.made(operand, method, made))) : Optional.empty();
    }

    @Override
    public boolean closesResource(Tree call) {
        return close.equals(simpleName(call)) && call instanceof MethodInvocationTree invocation && invocation.getArguments().isEmpty()
                && invocation.getMethodSelect() instanceof MemberSelectTree select
                && !select.getExpression().toString().equals("super")
                && resources.isAsync(trees.getTypeMirror(new TreePath(new TreePath(cursor.path(call), select), select.getExpression())));
    }

    /** Whether a call that may not have been resolved means ours, by its name and by what the file imports. */
    boolean isAwaitByName(TreePath call) {
        return await.equals(simpleName(call.getLeaf())) && isByName(call, "org.asyncjava.Await");
    }

    /** The same for a method of the runtime's facade. */
    boolean isOfRuntime(TreePath call) {
        return isByName(call, "org.asyncjava.runtime.Coroutines");
    }

    private boolean isByName(TreePath call, String className) {
        if (!(call.getLeaf() instanceof MethodInvocationTree invocation)) {
            return false;
        }
        if (invocation.getMethodSelect() instanceof MemberSelectTree select) {
            return trees.getElement(new TreePath(new TreePath(call, select), select.getExpression())) instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(className);
        }
        Name simple = simpleName(invocation);
        boolean imported = call.getCompilationUnit().getImports().stream().filter(ImportTree::isStatic)
                .map(each -> each.getQualifiedIdentifier().toString())
                .anyMatch(each -> each.equals(className + ".*") || each.equals(className + "." + simple));
        return imported && !isMember(call, simple);
    }

    private boolean isMember(TreePath at, Name name) {
        for (TreePath around = at; around != null; around = around.getParentPath()) {
            if (around.getLeaf() instanceof ClassTree && trees.getElement(around) instanceof TypeElement type
                    && elements.getAllMembers(type).stream().anyMatch(member -> member.getSimpleName().equals(name) && member instanceof ExecutableElement)) {
                return true;
            }
        }
        return false;
    }

    boolean isStringValueOf(MethodInvocationTree call) {
        return valueOf.equals(simpleName(call)) && call.getArguments().size() == 1
                && method(cursor.path(call)).filter(method -> declaringClass(method).getQualifiedName().equals(string)).isPresent();
    }

    boolean carriesAsync(ExecutableElement method) {
        return carries(method, async);
    }

    boolean carriesGenerator(ExecutableElement method) {
        return carries(method, generator);
    }

    private static boolean carries(ExecutableElement method, Name wanted) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            if (((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** An annotation on a method that is called as ours is, and is another one. */
    Optional<String> namesake(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .map(annotation -> ((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().toString())
                .filter(Enclosure::isNamesake).findFirst();
    }

    @Override
    public boolean startsAsyncWork(Tree call) {
        return isOf(Callee.Work.STARTED, call);
    }

    @Override
    public boolean isEntry(Tree call) {
        return isOf(Callee.Work.ENDED, call);
    }

    private boolean isOf(Callee.Work work, Tree call) {
        return named(call).filter(method -> works.computeIfAbsent(method, this::work) == work).isPresent();
    }

    /** What is called or referred to by its name. */
    private Optional<ExecutableElement> named(Tree call) {
        return simpleName(call).equals(none) ? Optional.empty() : method(cursor.path(call));
    }

    /** What a call of a method makes of async work. */
    Callee.Work work(ExecutableElement method) {
        if (symbols.isEntry(method)) {
            return Callee.Work.ENDED;
        }
        boolean starts = carriesAsync(method) || types.erasure(method.getReturnType()) instanceof DeclaredType result
                && ((TypeElement) result.asElement()).getQualifiedName().equals(coroutine);
        return starts ? Callee.Work.STARTED : Callee.Work.NONE;
    }

    @Override
    public Optional<Callee> callee(Tree call) {
        return method(cursor.path(call)).map(method -> callees.computeIfAbsent(method, this::read));
    }

    @Override
    public boolean makesCoroutine(Tree call) {
        return named(call).filter(method -> carriesAsync(method) && asyncResult(method).filter(ReturnSite.COROUTINE::equals).isPresent()).isPresent();
    }

    @Override
    public Optional<String> asyncResult(Tree call) {
        return named(call).flatMap(this::asyncResult);
    }

    /** The declared class of a method's result, if it may be that of an async method. */
    Optional<String> asyncResult(ExecutableElement method) {
        return Optional.of(types.erasure(method.getReturnType())).filter(DeclaredType.class::isInstance).filter(result -> {
            Set<String> names = new LinkedHashSet<>();
            collect(result, names);
            return ReturnSite.isResult(names);
        }).map(result -> elements.getBinaryName((TypeElement) ((DeclaredType) result).asElement()).toString());
    }

    private Callee read(ExecutableElement method) {
        TypeElement declaring = declaringClass(method);
        Set<String> names = new LinkedHashSet<>();
        collect(declaring.asType(), names);
        return new Callee(elements.getBinaryName(declaring).toString(), names, method.getSimpleName().toString(), method.getParameters().size(),
                work(method));
    }

    private void collect(TypeMirror type, Set<String> names) {
        if (type.getKind() == TypeKind.DECLARED && names.add(elements.getBinaryName((TypeElement) ((DeclaredType) type).asElement()).toString())) {
            types.directSupertypes(type).forEach(above -> collect(above, names));
        }
    }

    private static TypeElement declaringClass(ExecutableElement method) {
        return (TypeElement) method.getEnclosingElement();
    }
}
