package org.asyncjava.it.sizes;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncjava.it.harness.Build;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.analysis.Retention;
import org.asyncjava.transformer.normal.NormalForm;
import org.asyncjava.transformer.plan.MachineIdentity;
import org.asyncjava.transformer.plan.MachineKind;
import org.asyncjava.transformer.plan.MachineNames;
import org.asyncjava.transformer.plan.MachineShape;
import org.asyncjava.transformer.plan.Planner;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassPathEntry;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.CodeLengths;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How much a method grew.
 *
 * @param method its class and name
 * @param kind the kind of its machine
 * @param before bytes of its code as it was compiled
 * @param moved bytes that its normal form takes more: to make an object behind the awaits in its constructor's arguments, or to close what a loop goes through
 * @param body bytes of the resumable body's code
 * @param kickOff bytes of the kick-off's code
 * @param awaits how often it awaits or emits
 * @param spills values that are kept, added up over the awaits
 * @param parameters slots that its parameters take, {@code this} included
 */
record Growth(String method, MachineKind kind, int before, int moved, int body, int kickOff, int awaits, int spills, int parameters) {
    /** What the body may have at most; {@code docs/generated-code-size.md} says why. */
    int allowedBody() {
        return before + moved + 40 + 30 * awaits + 6 * spills;
    }

    /** What the kick-off may have at most. */
    int allowedKickOff() {
        return 12 + 2 * parameters;
    }

    @Override
    public String toString() {
        return method + ": " + before + (moved == 0 ? "" : " + " + moved) + " bytes, " + awaits + " awaits, " + spills + " spills: body " + body + " of " + allowedBody()
                + " allowed, kick-off " + kickOff;
    }

    /** The growth of all async methods of a build. */
    static List<Growth> of(Build build) {
        return of(build.compiled(), build.transformed());
    }

    /** The growth of all async methods and generators of classes. */
    static List<Growth> of(Map<String, byte[]> compiled, Map<String, byte[]> transformed) {
        List<Growth> found = new ArrayList<>();
        try (ClassPath classPath = ClassPath.over(new Compiled(compiled))) {
            compiled.forEach((name, bytes) -> found.addAll(of(bytes, transformed.get(name), classPath)));
        }
        return found;
    }

    private static List<Growth> of(byte[] compiled, byte[] transformed, ClassPath classPath) {
        ClassNode node = ClassRead.of(compiled).node();
        Map<String, Integer> before = CodeLengths.over(0, compiled);
        Map<String, Integer> after = CodeLengths.over(0, transformed);
        List<Growth> found = new ArrayList<>();
        for (AsyncMethod async : ClassFacts.of(node, classPath).methods()) {
            StateMachine plan = plan(node, async, found.size() + 1, classPath);
            String signature = async.method().name + async.method().desc;
            int compiledLength = before.get(signature);
            int moved = Math.max(0, lengthOfNormalForm(node, async.method(), signature, classPath) - compiledLength);
            int spills = plan.states().stream().map(State::spills).mapToInt(List::size).sum();
            found.add(new Growth(node.name.replace('/', '.') + "." + async.method().name, plan.identity().kind(), compiledLength, moved,
                    body(after, plan), after.get(signature), plan.states().size(), spills, plan.entry().types().size()));
        }
        return found;
    }

    private static int lengthOfNormalForm(ClassNode owner, MethodNode method, String signature, ClassPath classPath) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(owner.version, owner.access, owner.name, null, owner.superName, null);
        NormalForm.of(owner.name, classPath, method).accept(writer);
        return CodeLengths.over(0, writer.toByteArray()).get(signature);
    }

    /** The body alone has the machine among its parameters. */
    private static int body(Map<String, Integer> lengths, StateMachine plan) {
        return lengths.entrySet().stream().filter(method -> method.getKey().contains("L" + plan.name() + ";"))
                .mapToInt(Map.Entry::getValue).findFirst().orElseThrow();
    }

    private static StateMachine plan(ClassNode owner, AsyncMethod async, int ordinal, ClassPath classPath) {
        MethodFacts facts = MethodFacts.of(owner.name, NormalForm.of(owner.name, classPath, async.method()), Retention.LIVE);
        boolean isInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        MachineIdentity identity = new MachineIdentity(owner.name, isInterface, MachineNames.of(owner.name, async.method(), ordinal),
                async.result(), MachineShape.of(async.result(), classPath));
        return Planner.plan(identity, facts, classPath);
    }

    /** The classes of a build, and what they were compiled against. */
    private record Compiled(Map<String, byte[]> classes) implements ClassPathEntry {
        @Override
        public byte[] classFile(String internalName) throws IOException {
            byte[] own = classes.get(internalName.replace('/', '.'));
            if (own != null) {
                return own;
            }
            try (InputStream file = Growth.class.getResourceAsStream("/" + internalName + ".class")) {
                return file == null ? null : file.readAllBytes();
            }
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
