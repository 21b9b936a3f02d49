package org.asyncjava.transformer.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.CoroutineUse;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.flow.Effect;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.EntryAnnotations;
import org.asyncjava.transformer.read.Hierarchies;
import org.asyncjava.transformer.read.MethodOutline;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the calls of a class call, as far as class files tell. A class that is not found has no supertypes and nothing async. */
final class Callees {
    /** Those that declare the {@code close} of others. */
    private static final Set<String> CLOSEABLES = Set.of("java/lang/AutoCloseable", RuntimeAbi.ASYNC_CLOSEABLE);

    private final ClassPath classPath;
    private final Hierarchies hierarchies;
    private final EntryAnnotations entries;
    private final Map<String, Callee> known = new HashMap<>();

    Callees(ClassPath classPath) {
        this.classPath = classPath;
        this.hierarchies = new Hierarchies(classPath);
        this.entries = new EntryAnnotations(classPath);
    }

    Callee of(MethodInsnNode call) {
        return of(call.owner, call.name, call.desc);
    }

    /** What a method reference refers to. */
    Callee of(Handle reference) {
        return of(reference.getOwner(), reference.getName(), reference.getDesc());
    }

    /** What a call does to locks. */
    Effect effect(MethodInsnNode call, Locks locks) {
        return locks.mayBe(call.name) ? locks.effect(of(call)) : Effect.NONE;
    }

    /** Whether a call makes a coroutine that runs once, and not one that may be a value. */
    boolean makesCoroutine(MethodInsnNode call) {
        return Type.getReturnType(call.desc).getDescriptor().equals("L" + ResultType.COROUTINE + ";")
                && hierarchy(call.owner).stream().flatMap(type -> declared(type, call.name + call.desc).stream()).findFirst()
                        .filter(MethodOutline::async).isPresent();
    }

    /** Whether a call starts the coroutines that it is given. */
    boolean startsCoroutines(MethodInsnNode call) {
        return CoroutineUse.mayStart(call.name) && CoroutineUse.starts(of(call));
    }

    /** The declared class of a call's result, if it may be that of an async method. */
    Optional<String> asyncResult(MethodInsnNode call) {
        return asyncResult(Type.getReturnType(call.desc));
    }

    /** The class of a method's result, if it may be that of an async method. */
    Optional<String> asyncResult(Type result) {
        if (result.getSort() != Type.OBJECT) {
            return Optional.empty();
        }
        return Optional.of(result.getClassName()).filter(name -> ReturnSite.isResult(displayed(hierarchy(result.getInternalName()))));
    }

    /** Whether a class is one whose objects are closed by awaiting. */
    boolean isAsyncCloseable(String internalName) {
        return hierarchy(internalName).contains(RuntimeAbi.ASYNC_CLOSEABLE);
    }

    /** Whether a class is such a one and has the {@code close} that cannot close anything. */
    boolean inheritsClose(String internalName) {
        return isAsyncCloseable(internalName) && hierarchy(internalName).stream().filter(type -> !CLOSEABLES.contains(type))
                .allMatch(type -> classPath.outline(type).filter(outline -> outline.method("close()V").isEmpty()).isPresent());
    }

    private static Set<String> displayed(Set<String> internalNames) {
        return internalNames.stream().map(Callees::display).collect(Collectors.toSet());
    }

    private Callee of(String owner, String name, String descriptor) {
        String key = owner + '.' + name + descriptor;
        Callee callee = known.get(key);
        if (callee == null) {
            callee = find(owner, name, descriptor);
            known.put(key, callee);
        }
        return callee;
    }

    private Callee find(String owner, String name, String descriptor) {
        Set<String> hierarchy = hierarchy(owner);
        String declaring = hierarchy.stream().filter(type -> declared(type, name + descriptor).isPresent()).findFirst().orElse(owner);
        return new Callee(display(declaring), displayed(hierarchy(declaring)), name, Type.getArgumentTypes(descriptor).length,
                work(declared(declaring, name + descriptor), Type.getReturnType(descriptor)));
    }

    private Callee.Work work(Optional<MethodOutline> method, Type result) {
        if (method.filter(entries::areOn).isPresent()) {
            return Callee.Work.ENDED;
        }
        boolean starts = method.filter(MethodOutline::async).isPresent() || result.getInternalName().equals(ResultType.COROUTINE);
        return starts ? Callee.Work.STARTED : Callee.Work.NONE;
    }

    private Optional<MethodOutline> declared(String type, String signature) {
        return classPath.outline(type).flatMap(outline -> outline.method(signature));
    }

    /** The class itself, then its superclasses, then all interfaces. */
    private Set<String> hierarchy(String internalName) {
        return hierarchies.of(internalName);
    }

    private static String display(String internalName) {
        return Type.getObjectType(internalName).getClassName();
    }
}
