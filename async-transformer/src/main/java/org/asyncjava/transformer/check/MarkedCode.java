package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.Misuse;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.normal.EachLoop;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the markers in a class break, and the ends of resources that are closed by awaiting. */
final class MarkedCode {
    private final ClassFacts facts;
    private final Enclosures enclosures;
    private final Lines lines;
    private final Callees callees;

    MarkedCode(ClassFacts facts, Enclosures enclosures, Lines lines) {
        this.facts = facts;
        this.enclosures = enclosures;
        this.lines = lines;
        this.callees = new Callees(facts.classPath());
    }

    /** The marker that an instruction calls; resources are none. */
    static Optional<Marker> marker(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call ? marker(call.owner, call.name) : Optional.empty();
    }

    static Optional<Marker> marker(String owner, String name) {
        if (Markers.isMarkerClass(owner)) {
            for (Marker marker : Marker.values()) {
                if (marker.display().equals(name)) {
                    return Optional.of(marker);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A marker, or the end of a resource.
     *
     * @param marker what it is
     * @param call the instruction
     * @param shownAt where it is shown: of a resource, where it begins
     */
    private record Use(Marker marker, AbstractInsnNode call, AbstractInsnNode shownAt) {
    }

    List<Violation> violations(MethodNode method) {
        if (facts.lambdas().isNeverMade(method)) {
            return List.of();
        }
        List<Use> uses = uses(method);
        List<Violation> found = new ArrayList<>();
        if (!uses.isEmpty()) {
            broken(method, uses, found);
        }
        if (enclosures.code(method).isGenerator() && isSelectedGenerator(method)) {
            returns(method, found);
        }
        return found;
    }

    private List<Use> uses(MethodNode method) {
        List<Use> uses = new ArrayList<>();
        if (facts.awaits(method)) {
            for (AbstractInsnNode instruction : method.instructions) {
                Optional<Marker> marker = marker(instruction);
                if (marker.isPresent()) {
                    uses.add(new Use(marker.get(), instruction, instruction));
                }
            }
        }
        boolean isAsync = enclosures.code(method).takes(Marker.CLOSE);
        for (MethodInsnNode close : ResourceEnds.in(method)) {
            if (isAsync ? callees.isAsyncCloseable(close.owner) : ResourceEnds.isGenerated(method, close) && callees.inheritsClose(close.owner)) {
                uses.add(new Use(Marker.CLOSE, close, ResourceEnds.begin(method, close)));
            }
        }
        return uses;
    }

    private boolean isSelectedGenerator(MethodNode method) {
        for (AsyncMethod selected : facts.methods()) {
            if (selected.method() == method) {
                return !selected.isEntry();
            }
        }
        return false;
    }

    private void broken(MethodNode method, List<Use> uses, List<Violation> found) {
        List<Enclosure> around = enclosures.of(method);
        boolean holdsOwn = (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
        MonitorDepths monitors = MonitorDepths.of(around.get(0).display(), method);
        for (Use use : uses) {
            boolean holds = holdsOwn || monitors.isHeldAt(use.call());
            Optional<Violation> broken = new AwaitSite(around, use.marker(), holds, lines.of(use.shownAt())).violation();
            if (broken.isPresent()) {
                found.add(broken.get());
            } else if (use.marker() == Marker.EACH) {
                misused(EachLoop.useOf(method, (MethodInsnNode) use.call()), new Misuse(around.get(0), lines.of(use.call()))).ifPresent(found::add);
            }
        }
    }

    private Optional<Violation> misused(EachLoop.Use use, Misuse misuse) {
        return switch (use) {
            case LOOP -> Optional.empty();
            case ENDLESS -> Optional.of(misuse.loopWithoutEnd());
            case OTHER -> Optional.of(isJava() ? misuse.eachOutsideOfHead() : misuse.loopWithoutEnd());
        };
    }

    private boolean isJava() {
        String source = facts.node().sourceFile;
        return source == null || source.endsWith(".java");
    }

    private void returns(MethodNode method, List<Violation> found) {
        Enclosure at = enclosures.of(method).get(0);
        for (AbstractInsnNode value : ReturnedValues.of(method)) {
            if (!Markers.isEnd(value)) {
                Misuse misuse = new Misuse(at, lines.of(value));
                found.add(isJava() ? misuse.otherReturn() : misuse.otherReturnThanOfJava());
            }
        }
    }
}
