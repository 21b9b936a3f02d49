package org.asyncjava.transformer.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.asyncjava.transformer.read.TransformationException;

/** Transforms one class of a running JVM and defines its machines. Safe for use by several threads at once. */
final class ClassTransformation {
    private final AgentOptions options;
    private final Runtimes runtimes;
    private final ClassDefiner definer;
    private final ChangedClasses changed = new ChangedClasses();

    ClassTransformation(AgentOptions options, Runtimes runtimes, ClassDefiner definer) {
        this.options = options;
        this.runtimes = runtimes;
        this.definer = definer;
    }

    /**
     * Transforms a class that is loaded for the first time.
     *
     * @param loaded the class
     * @param log told what was done
     * @return its new bytes; empty to leave it as it is
     * @throws TransformationException if it cannot be transformed
     * @throws LinkageError if a machine cannot be defined
     */
    Optional<byte[]> first(LoadedClass loaded, AgentLog log) {
        try (ClassPath classPath = loaded.classPath()) {
            if (!isConcerned(loaded, classPath)) {
                return Optional.empty();
            }
            Transformed result = transform(loaded, classPath);
            if (isRefused(result)) {
                log.refused(result);
            }
            if (result.classFile() == loaded.bytes()) {
                return Optional.empty();
            }
            if (result.methods() > 0) {
                runtimes.require(result.classFile(), loaded);
                requireNest(result, loaded, classPath);
                define(result, loaded, classPath, log);
            }
            changed.add(result, nestMembers(result.classFile()), loaded.loader());
            log.transformed(result);
            return Optional.of(result.classFile());
        }
    }

    private void define(Transformed result, LoadedClass loaded, ClassPath classPath, AgentLog log) {
        List<String> unseen = Superclasses.unseen(result.machines().values(), name -> definer.isLoaded(name, loaded.loader()), classPath);
        definer.define(result.machines(), loaded);
        unseen.forEach(name -> log.leftAsIs(name, "it is the future that an async method of " + loaded.name().replace('/', '.')
                + " returns, and the JVM has loaded it while that class was transformed: load it first, or transform it when it is built"));
    }

    /**
     * Transforms a class as it was transformed when it was loaded.
     *
     * @param loaded the class
     * @return the same members as the first time; empty if it was not changed then
     * @throws TransformationException if the class is another one now, so that its machines would differ from those that are loaded
     */
    Optional<byte[]> repeated(LoadedClass loaded) {
        if (!changed.contains(loaded.name(), loaded.loader())) {
            return Optional.empty();
        }
        try (ClassPath classPath = loaded.classPath()) {
            Transformed result = transform(loaded, classPath);
            if (!changed.contains(result, loaded.loader())) {
                throw new TransformationException("it is redefined, or another agent changed it before this one, and its awaits are not those"
                        + " that it was loaded with: put the -javaagent of async-java before the other agent's");
            }
            return Optional.of(result.classFile());
        }
    }

    /** Tells whether rules kept a class from being transformed; the agent looks for errors alone, not for warnings. */
    static boolean isRefused(Transformed result) {
        return result.methods() == 0 && !result.violations().isEmpty();
    }

    /** Finds out what would become of a class, and does nothing to it. */
    Transformed transform(LoadedClass loaded, ClassPath classPath) {
        return new AsyncTransformer(classPath, options.transformer()).transform(loaded.bytes());
    }

    /** The host of a nest is looked at for its members' sake; mostly they are not async, and that is found out quickly. */
    private static boolean isConcerned(LoadedClass loaded, ClassPath classPath) {
        return ConstantPoolScan.mentionsAsync(loaded.bytes())
                || classPath.outline(loaded.name()).orElseThrow().nestMembers().stream()
                        .anyMatch(member -> classPath.classFile(member).filter(ConstantPoolScan::mentionsAsync).isPresent());
    }

    private static Set<String> nestMembers(byte[] classFile) {
        List<String> members = ClassRead.of(classFile).node().nestMembers;
        return members == null ? Set.of() : Set.copyOf(members);
    }

    /**
     * A machine calls the private body of its class, which the JVM allows only if the nest's host lists the machine. The host is another class:
     * it was changed when it was loaded, or will be, if this class's file is found by then.
     */
    private void requireNest(Transformed result, LoadedClass loaded, ClassPath classPath) {
        String host = classPath.outline(loaded.name()).orElseThrow().nestHost();
        if (host.equals(loaded.name()) || changed.areListed(result.machines().keySet(), loaded.loader())) {
            return;
        }
        boolean listedLater = !definer.isLoaded(host.replace('/', '.'), loaded.loader())
                && options.covers(host)
                && classPath.classFile(host).isPresent()
                && new LoaderEntry(loaded.loader()).finds(loaded.name());
        if (!listedLater) {
            throw new TransformationException("its machines cannot join the nest of " + host.replace('/', '.')
                    + ", which was loaded without them: " + mend(host, loaded));
        }
    }

    private String mend(String host, LoadedClass loaded) {
        return options.covers(host)
                ? "start the JVM with the agent, and let the class loader find class files as resources"
                : "include " + host.replace('/', '.') + " as well";
    }
}
