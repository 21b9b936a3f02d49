package org.asyncjava.transformer.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.CallSite;
import org.asyncjava.rules.CatchSite;
import org.asyncjava.rules.CoroutineUse;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.Violation;
import org.asyncjava.rules.flow.Effect;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.LambdaSite;
import org.asyncjava.transformer.read.LambdaSites;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The rules a class breaks that are no errors. Class files do not say what the source suppresses.
 *
 * <p>Like {@link Violations}, a rule is reported once per line.
 */
public final class Warnings {
    private final ClassFacts facts;
    private final Enclosures enclosures;
    private final Lines lines;
    private final Callees callees;
    private final Annotations annotations;
    private final TreeSet<Violation> found = new TreeSet<>();

    private Warnings(ClassFacts facts, CallAnnotations known) {
        this.facts = facts;
        this.enclosures = new Enclosures(facts);
        this.lines = new Lines(facts.node());
        this.callees = new Callees(facts.classPath());
        this.annotations = new Annotations(facts, callees, known);
    }

    /**
     * Looks at a class.
     *
     * @param facts what is known of it; what is not found on the class path breaks no rule
     * @param known the annotations that last as long as a call
     * @return what is doubtful, by line and code
     */
    public static List<Violation> of(ClassFacts facts, CallAnnotations known) {
        Warnings warnings = new Warnings(facts, known);
        facts.methods().forEach(warnings::asyncMethod);
        for (MethodNode method : facts.node().methods) {
            if ((method.access & Opcodes.ACC_BRIDGE) == 0 && !facts.lambdas().isNeverMade(method)) {
                warnings.calls(method);
                warnings.found.addAll(warnings.annotations.violations(method, warnings.enclosures.of(method).get(0), warnings.lines.of(method)));
            }
        }
        return List.copyOf(warnings.found);
    }

    private void asyncMethod(AsyncMethod async) {
        List<Enclosure> around = enclosures.of(async.method());
        if (!async.isEntry() && !around.get(0).code().isGenerator()) {
            result(async.method(), around.get(0));
        }
        if (facts.awaits(async.method())) {
            body(async.method(), around);
        }
    }

    /** An entry point returns values as they are, to a caller who waits for them, and a generator nothing but its end. */
    private void result(MethodNode method, Enclosure at) {
        NullReturns.in(method).forEach(literal -> found.add(AwaitRule.NULL_RETURNED.violation(at, lines.of(literal), at.display())));
        returns(method, at);
        if (!facts.awaits(method) && ValueBody.is(facts.node(), method)) {
            found.add(AwaitRule.ASYNC_WITHOUT_AWAIT.violation(at, lines.of(method), at.display()));
        }
    }

    private void body(MethodNode method, List<Enclosure> around) {
        Enclosure at = around.get(0);
        locks(method, around);
        RepeatedUses.in(method, callees).forEach((use, made) -> found.add(new CoroutineUse(at, callees.of(made), lines.of(use)).violation()));
        for (Map.Entry<LabelNode, String> clause : CatchClauses.swallowingCancellation(method).entrySet()) {
            new CatchSite(at, List.of(clause.getValue()), false, lines.ofHandler(clause.getKey()))
                    .violation().ifPresent(found::add);
        }
    }

    private void locks(MethodNode method, List<Enclosure> around) {
        boolean hasLocks = StreamSupport.stream(method.instructions.spliterator(), false)
                .anyMatch(instruction -> instruction instanceof MethodInsnNode call && onLock(call) != Effect.NONE);
        if (!hasLocks) {
            return;
        }
        InstructionFlow flow = InstructionFlow.of(method, this::onLock);
        for (AbstractInsnNode instruction : method.instructions) {
            MarkedCode.marker(instruction).filter(marker -> marker.suspends() && flow.mayBeTakenAt(instruction)).ifPresent(marker ->
                    new AwaitSite(around, marker, false, lines.of(instruction)).violationHoldingLock().ifPresent(found::add));
        }
    }

    private Effect onLock(MethodInsnNode call) {
        return callees.effect(call, Locks.OF_THREADS);
    }

    private void returns(MethodNode method, Enclosure at) {
        for (MethodInsnNode call : EarlyReturns.in(method, callees)) {
            String result = callees.asyncResult(call).orElseThrow();
            new ReturnSite(at, callees.of(call), result, lines.of(call)).violation().ifPresent(found::add);
        }
    }

    private void calls(MethodNode method) {
        List<Enclosure> around = enclosures.of(method);
        Set<AbstractInsnNode> shown = ShownAsText.in(facts.node().name, method, call -> !Markers.isAwait(call) && callees.of(call).startsAsyncWork());
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call && !Markers.isAwait(call)) {
                boolean dropped = isDropped(call) || shown.contains(call);
                found.addAll(new CallSite(around.get(0), callees.of(call), dropped, lines.of(call)).violations());
            }
            LambdaSites.at(method, instruction).filter(LambdaSite::returnsNothing).map(site -> callees.of(site.body()))
                    .flatMap(callee -> new CallSite(around.get(0), callee, true, lines.of(instruction)).violationByDropping())
                    .ifPresent(found::add);
        }
    }

    /** Popped, or left on the stack of a void lambda, as Eclipse's compiler does. Of a call without result it does not matter. */
    private static boolean isDropped(MethodInsnNode call) {
        AbstractInsnNode next = Instructions.next(call);
        return next != null && (next.getOpcode() == Opcodes.POP || next.getOpcode() == Opcodes.RETURN);
    }
}
