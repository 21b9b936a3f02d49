package org.asyncjava.transformer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.rules.Findings;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.analysis.Retention;
import org.asyncjava.transformer.check.CompileLimit;
import org.asyncjava.transformer.check.Violations;
import org.asyncjava.transformer.check.Warnings;
import org.asyncjava.transformer.dump.Dump;
import org.asyncjava.transformer.emit.ClassEmitter;
import org.asyncjava.transformer.emit.EmittedMethod;
import org.asyncjava.transformer.normal.NormalForm;
import org.asyncjava.transformer.plan.MachineIdentity;
import org.asyncjava.transformer.plan.MachineNames;
import org.asyncjava.transformer.plan.MachineShape;
import org.asyncjava.transformer.plan.Planner;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.read.AsyncClass;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.asyncjava.transformer.read.NestHost;
import org.asyncjava.transformer.read.TransformationException;
import org.asyncjava.transformer.verify.ClassVerifier;
import org.asyncjava.transformer.verify.FailedTransformation;
import org.asyncjava.transformer.write.ClassFileWriter;
import org.asyncjava.transformer.write.MachineNest;
import org.asyncjava.transformer.write.RaisedVersion;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Class file in, class files out: the pipeline from reading to writing.
 *
 * <pre>
 *   read, select, check  →  per method: normal form → facts → plan → emit  →  write, verify
 * </pre>
 * Safe for use by several threads at once.
 */
public final class AsyncTransformer {
    private final ClassPath classPath;
    private final TransformerOptions options;
    private final MachineNest nest;
    private final boolean looksForWarnings;

    /**
     * Makes a transformer for somebody who transforms all classes of a nest.
     *
     * @param classPath where other classes are found, those to be transformed included
     * @param options how to transform
     */
    public AsyncTransformer(ClassPath classPath, TransformerOptions options) {
        this(classPath, options, MachineNest.SHARED);
    }

    /**
     * Makes a transformer.
     *
     * @param classPath where other classes are found
     * @param options how to transform
     * @param nest how machines of nested classes reach them
     */
    public AsyncTransformer(ClassPath classPath, TransformerOptions options, MachineNest nest) {
        this.classPath = classPath;
        this.options = options;
        this.nest = nest;
        this.looksForWarnings = options.levels().lookForWarnings();
    }

    /**
     * Transforms one class.
     *
     * <p>The host of a nest is changed too where its members have machines: they become members of the nest.
     *
     * @param classFile its bytes; not modified
     * @return the outcome; the same array in it if there was nothing to do
     * @throws TransformationException if the class is damaged, too new or too large, or needs a type that is not on the class path
     */
    public Transformed transform(byte[] classFile) {
        return transform(classFile, "");
    }

    /**
     * Transforms one of several classes, so that what is seen of one need not be read again for another one.
     *
     * @param classFile its bytes; not modified
     * @param name the internal name by which the class path finds it; empty if that is not known
     * @return as {@link #transform(byte[])}
     * @throws TransformationException as {@link #transform(byte[])}
     */
    public Transformed transform(byte[] classFile, String name) {
        if (passesOver(classFile, name)) {
            return Transformed.unchanged("", classFile);
        }
        ClassRead read = looksForWarnings ? ClassRead.of(classFile) : ClassRead.ofAsyncCode(classFile, classPath);
        try {
            return read.isTransformed() ? withNestOfToday(read, classFile) : transform(read, classFile);
        } catch (TransformationException refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw FailedTransformation.explained(read.name(), classFile, unforeseen, classPath);
        }
    }

    /** Of a class that has been transformed, others of its nest can have been compiled anew. */
    private Transformed withNestOfToday(ClassRead read, byte[] classFile) {
        return nest.announce(read.node(), List.of(), classPath)
                ? new Transformed(read.name(), ClassFileWriter.write(read, List.of(), classPath), Map.of(), List.of(), List.of())
                : Transformed.unchanged(read.name(), classFile);
    }

    /**
     * Tells whether a class is passed over: there is nothing to do in it, as can be seen without reading it as a whole.
     *
     * @param classFile its bytes
     * @param name the internal name by which the class path finds it; empty if that is not known
     * @return true if {@link #transform(byte[], String)} would give back the same array
     * @throws TransformationException if a class that decides cannot be read
     */
    public boolean passesOver(byte[] classFile, String name) {
        if (looksForWarnings) {
            return false;
        }
        ConstantPoolScan pool = ConstantPoolScan.of(classFile);
        boolean mayBe = AsyncClass.mayBe(pool, classFile, classPath);
        if (name.indexOf('$') >= 0) {
            classPath.note(name, mayBe);
        }
        return !mayBe && !(pool.mentionsNest() && NestHost.hasAsyncMember(classFile, classPath));
    }

    private Transformed transform(ClassRead read, byte[] classFile) {
        ClassFacts facts = ClassFacts.of(read.node(), classPath);
        Findings findings = findings(facts);
        if (!findings.errors().isEmpty()) {
            return Transformed.refused(read.name(), classFile, findings.violations());
        }
        boolean nestChanged = nest.announce(read.node(), facts.methods(), classPath);
        Transformed result = facts.methods().isEmpty() && !nestChanged
                ? Transformed.unchanged(read.name(), classFile) : rewrite(read, facts.methods(), classFile);
        return result.withViolations(findings.violations());
    }

    private Findings findings(ClassFacts facts) {
        List<Violation> violations = new ArrayList<>(Violations.of(facts));
        if (looksForWarnings) {
            violations.addAll(Warnings.of(facts, options.annotations()));
        }
        return Findings.of(violations, options.levels());
    }

    private Transformed rewrite(ClassRead read, List<AsyncMethod> methods, byte[] original) {
        ClassNode node = read.node();
        Dump dump = Dump.of(options.dump(), node.name);
        List<EmittedMethod> emitted = new ArrayList<>();
        if (!methods.isEmpty()) {
            RaisedVersion.apply(node);
            ClassEmitter.mark(node);
        }
        for (AsyncMethod method : methods) {
            emitted.add(rewrite(node, method, MachineNames.of(node.name, method.method(), emitted.size() + 1), dump));
        }
        List<ClassNode> machines = new ArrayList<>(emitted.size());
        for (EmittedMethod method : emitted) {
            machines.add(method.machine());
        }
        nest.attach(node, machines, classPath);
        byte[] classFile = ClassFileWriter.write(read, machines, classPath);
        Map<String, byte[]> machineFiles = new LinkedHashMap<>();
        for (ClassNode machine : machines) {
            machineFiles.put(machine.name, ClassFileWriter.write(machine, node, classPath));
        }
        List<String> remarks = new ArrayList<>(CompileLimit.exceeded(methods, original, classFile));
        Optional<String> unwritten = dump.classes(original, classFile, machineFiles);
        if (unwritten.isPresent()) {
            remarks.add(unwritten.get());
        }
        if (options.verify()) {
            ClassVerifier.verify(node.name, classFile, machineFiles, emitted, classPath);
        }
        return new Transformed(node.name, classFile, machineFiles, List.of(), remarks);
    }

    private EmittedMethod rewrite(ClassNode owner, AsyncMethod async, String machineName, Dump dump) {
        MethodNode method = async.method();
        boolean isInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        Retention retention = options.keepLocals() ? Retention.ALL : Retention.LIVE;
        MethodNode normal = NormalForm.of(owner.name, classPath, method);
        MethodFacts facts = MethodFacts.of(owner.name, normal, retention);
        MachineShape shape = MachineShape.of(async.result(), classPath);
        MachineIdentity identity = new MachineIdentity(owner.name, isInterface, machineName, async.result(), shape);
        StateMachine machine = Planner.plan(identity, facts, classPath);
        dump.method(machine);
        EmittedMethod emitted = ClassEmitter.emit(machine, method, owner);
        dump.states(emitted);
        return emitted;
    }
}
