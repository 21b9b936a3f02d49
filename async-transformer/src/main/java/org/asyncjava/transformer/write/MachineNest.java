package org.asyncjava.transformer.write;

import java.util.List;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.tree.ClassNode;

/** How a machine reaches the private body of a class that is itself a member of a nest. */
public enum MachineNest {
    /** The machine is a member of that nest, whose host lists it. The host is another class file, which has to be written too. */
    SHARED {
        @Override
        public boolean announce(ClassNode owner, List<AsyncMethod> methods, ClassPath classPath) {
            return NestMembers.update(owner, methods, classPath);
        }

        @Override
        public void attach(ClassNode owner, List<ClassNode> machines, ClassPath classPath) {
            // As members of the nest they call the body itself.
        }
    },
    /**
     * The machine is in no nest and calls a further method of its class. For those who see one class at a time: whether a class that is loaded
     * has a nested one with async methods, they could only tell from the class files of all its nested classes.
     */
    APART {
        @Override
        public boolean announce(ClassNode owner, List<AsyncMethod> methods, ClassPath classPath) {
            return NestMembers.add(owner, methods);
        }

        @Override
        public void attach(ClassNode owner, List<ClassNode> machines, ClassPath classPath) {
            NestBridges.add(owner, machines, classPath);
        }
    };

    /**
     * Lists machines in the host of their nest, before there are any.
     *
     * @param owner a class, transformed already or not; changed in place if it is a host
     * @param methods its async methods that are to be transformed
     * @param classPath where other members of the nest are found
     * @return whether that changed anything
     */
    public abstract boolean announce(ClassNode owner, List<AsyncMethod> methods, ClassPath classPath);

    /**
     * Sees to it that machines reach the bodies.
     *
     * @param owner the user's class with its resumable bodies, changed in place
     * @param machines its machines, changed in place
     * @param classPath where other classes are found
     */
    public abstract void attach(ClassNode owner, List<ClassNode> machines, ClassPath classPath);
}
