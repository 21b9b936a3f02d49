package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes the rewritten methods into the user's class and the classes of their machines. */
public final class ClassEmitter {
    private ClassEmitter() {
    }

    /**
     * Writes one method.
     *
     * @param machine the plan
     * @param method the user's method, which becomes the kick-off
     * @param owner the user's class, to which the resumable body is added
     * @return the class of the machine, and what is where in the body
     */
    public static EmittedMethod emit(StateMachine machine, MethodNode method, ClassNode owner) {
        Emission emission = Emission.of(machine);
        List<Suspension> suspensions = new ArrayList<>(machine.states().size());
        for (State state : machine.states()) {
            suspensions.add(Suspension.of(state));
        }
        MethodNode body = BodyEmitter.emit(emission, suspensions);
        KickOffEmitter.emit(emission, method);
        owner.methods.add(owner.methods.indexOf(method) + 1, body);
        return new EmittedMethod(machine, MachineEmitter.emit(emission, owner), body, suspensions);
    }

    /**
     * Marks a class as transformed, so that it is never transformed again.
     *
     * @param owner the user's class
     */
    public static void mark(ClassNode owner) {
        if (owner.visibleAnnotations == null) {
            owner.visibleAnnotations = new ArrayList<>(1);
        }
        owner.visibleAnnotations.add(transformedAnnotation());
    }

    static AnnotationNode transformedAnnotation() {
        AnnotationNode annotation = new AnnotationNode(RuntimeAbi.TRANSFORMED);
        annotation.values = new ArrayList<>(List.of(RuntimeAbi.TRANSFORMED_VERSION, RuntimeAbi.VERSION));
        return annotation;
    }
}
