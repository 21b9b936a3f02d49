package org.asyncjava.transformer.read;

import java.util.Iterator;
import java.util.List;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Variables for a debugger whose range does not begin and end between instructions, and annotations of such. The JVM does not look at them, so that a
 * method with some can run; when it is read they are left out.
 */
final class StrayVariables {
    private StrayVariables() {
    }

    /**
     * Leaves them out.
     *
     * @param method as it was read, changed in place
     */
    static void leaveOut(MethodNode method) {
        PlacesInCode places = new PlacesInCode(method);
        if (method.localVariables != null) {
            for (Iterator<LocalVariableNode> left = method.localVariables.iterator(); left.hasNext();) {
                LocalVariableNode variable = left.next();
                if (!places.isSound(variable.start) || !places.isSound(variable.end)) {
                    left.remove();
                }
            }
        }
        leaveOut(method.visibleLocalVariableAnnotations, places);
        leaveOut(method.invisibleLocalVariableAnnotations, places);
    }

    private static void leaveOut(List<LocalVariableAnnotationNode> annotations, PlacesInCode places) {
        if (annotations != null) {
            annotations.removeIf(annotation -> !places.areSound(annotation.start) || !places.areSound(annotation.end));
        }
    }
}
