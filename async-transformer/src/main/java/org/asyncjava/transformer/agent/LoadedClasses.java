package org.asyncjava.transformer.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ConstantPoolScan;

/**
 * Finds the async classes that were loaded before the agent: a JVM does not let a loaded class have new methods.
 *
 * <p>They are told by their class files, as their loaders find them: what the agent looks for is not visible to reflection.
 */
final class LoadedClasses {
    private final AgentOptions options;
    private final ClassTransformation transformation;

    private LoadedClasses(AgentOptions options, ClassTransformation transformation) {
        this.options = options;
        this.transformation = transformation;
    }

    /** Writes one line for each. */
    static void report(Instrumentation jvm, AgentOptions options, ClassTransformation transformation, AgentLog log) {
        LoadedClasses loaded = new LoadedClasses(options, transformation);
        List<Class<?>> candidates = loaded.candidates(jvm.getAllLoadedClasses());
        if (!candidates.isEmpty()) {
            loaded.report(candidates, log);
        }
    }

    /** At the start of a JVM there are none but those of other agents. */
    private List<Class<?>> candidates(Class<?>[] all) {
        List<Class<?>> candidates = new ArrayList<>();
        for (Class<?> loaded : all) {
            if (isCandidate(loaded)) {
                candidates.add(loaded);
            }
        }
        return candidates;
    }

    private boolean isCandidate(Class<?> loaded) {
        ClassLoader loader = loaded.getClassLoader();
        return loader != null && loader != ClassLoader.getPlatformClassLoader() && !loaded.isArray() && !loaded.isHidden()
                && !ClassSelection.isOurs(internalName(loaded)) && options.classes().covers(loaded.getName());
    }

    private void report(List<Class<?>> candidates, AgentLog log) {
        candidates.stream()
                .sorted(Comparator.comparing(Class::getName))
                .filter(this::isUntransformed)
                .forEach(async -> log.leftAsIs(async.getName(), "it was loaded before the agent, so its awaits throw NotTransformedException:"
                        + " start the JVM with -javaagent, or transform it when it is built"));
    }

    private boolean isUntransformed(Class<?> loaded) {
        try {
            return classFile(loaded).filter(bytes -> ConstantPoolScan.of(bytes).mentionsAsync()).map(bytes -> dryRun(loaded, bytes))
                    .filter(result -> result.methods() > 0 || ClassTransformation.isRefused(result)).isPresent();
        } catch (RuntimeException | IOException unreadable) {
            return false;
        }
    }

    private static Optional<byte[]> classFile(Class<?> loaded) throws IOException {
        return Optional.ofNullable(new LoaderEntry(loaded.getClassLoader()).classFile(internalName(loaded)));
    }

    private Transformed dryRun(Class<?> loaded, byte[] bytes) {
        LoadedClass asked = new LoadedClass(internalName(loaded), bytes, loaded.getClassLoader(), loaded.getModule(), null);
        try (ClassPath classPath = asked.classPath()) {
            return transformation.transform(asked, classPath);
        }
    }

    private static String internalName(Class<?> loaded) {
        return loaded.getName().replace('.', '/');
    }
}
