package org.asyncjava.transformer.agent;

import java.lang.instrument.Instrumentation;
import java.util.List;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.Machines;
import org.asyncjava.transformer.read.TransformationException;
import org.asyncjava.transformer.write.MachineNest;

/**
 * Transforms one class of a running JVM and defines its machines. Safe for use by several threads at once.
 *
 * <p>What that needs is made when the first async class is loaded. Many programs have none.
 */
final class ClassTransformation {
    private final AgentOptions options;
    private final Instrumentation jvm;
    private ClassDefiner definer;
    private ChangedClasses changed;

    ClassTransformation(AgentOptions options, Instrumentation jvm) {
        this.options = options;
        this.jvm = jvm;
    }

    private synchronized ClassDefiner definer() {
        if (definer == null) {
            definer = ClassDefiner.of(jvm);
        }
        return definer;
    }

    private synchronized ChangedClasses changed() {
        if (changed == null) {
            changed = new ChangedClasses();
        }
        return changed;
    }

    /**
     * Transforms a class that is loaded for the first time.
     *
     * @param loaded the class
     * @param log told what was done
     * @return its new bytes; null to leave it as it is
     * @throws TransformationException if it cannot be transformed
     * @throws LinkageError if a machine cannot be defined
     */
    byte[] first(LoadedClass loaded, AgentLog log) {
        try (ClassPath classPath = loaded.classPath()) {
            Transformed result = transform(loaded, classPath);
            if (isRefused(result)) {
                log.refused(result);
            }
            if (result.classFile() == loaded.bytes()) {
                return null;
            }
            new Runtimes(jvm).require(result.classFile(), loaded);
            requireFreeNames(result, loaded, classPath);
            define(result, loaded, classPath, log);
            changed().add(result, loaded.loader());
            log.transformed(result);
            return result.classFile();
        }
    }

    private void requireFreeNames(Transformed result, LoadedClass loaded, ClassPath classPath) {
        for (String machine : result.machines().keySet()) {
            boolean taken = classPath.classFile(machine).filter(bytes -> !Machines.isOne(bytes)).isPresent()
                    || definer().isLoadedByUser(machine.replace('/', '.'), loaded.loader())
                    || !changed().claim(machine, result.className(), loaded.loader());
            if (taken) {
                throw new TransformationException("the state machine of one of its async methods would be named " + machine.replace('/', '.')
                        + ", and that is the name of another class of the program: rename the one or the other");
            }
        }
    }

    private void define(Transformed result, LoadedClass loaded, ClassPath classPath, AgentLog log) {
        List<String> unseen = Superclasses.unseen(result.machines().values(), name -> definer().isLoaded(name, loaded.loader()), classPath);
        definer().define(result.machines(), loaded);
        unseen.forEach(name -> log.leftAsIs(name, "it is the future that an async method of " + loaded.name().replace('/', '.')
                + " returns, and the JVM has loaded it while that class was transformed: load it first, or transform it when it is built"));
    }

    /**
     * Transforms a class as it was transformed when it was loaded.
     *
     * @param loaded the class
     * @return the same members as the first time; null if it was not changed then
     * @throws TransformationException if the class is another one now, so that its machines would differ from those that are loaded
     */
    byte[] repeated(LoadedClass loaded) {
        if (!changed().contains(loaded.name(), loaded.loader())) {
            return null;
        }
        try (ClassPath classPath = loaded.classPath()) {
            Transformed result = transform(loaded, classPath);
            if (!changed().contains(result, loaded.loader())) {
                throw new TransformationException("it is redefined, or another agent changed it before this one, and its awaits are not those"
                        + " that it was loaded with: put the -javaagent of async-java before the other agent's");
            }
            return result.classFile();
        }
    }

    /** Tells whether rules kept a class from being transformed; the agent looks for errors alone, not for warnings. */
    static boolean isRefused(Transformed result) {
        return result.methods() == 0 && !result.violations().isEmpty();
    }

    /** Finds out what would become of a class, and does nothing to it. */
    Transformed transform(LoadedClass loaded, ClassPath classPath) {
        return new AsyncTransformer(classPath, options.transformer(), MachineNest.APART).transform(loaded.bytes());
    }
}
