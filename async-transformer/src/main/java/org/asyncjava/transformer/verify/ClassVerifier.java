package org.asyncjava.transformer.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.transformer.emit.EmittedMethod;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Checks the data flow of written classes with ASM's verifier, which works out types by itself and does not look at the frames. */
public final class ClassVerifier {
    private ClassVerifier() {
    }

    /**
     * Verifies a transformed class and its machines.
     *
     * @param className internal name of the class
     * @param classFile its bytes
     * @param machines the machines' bytes by internal name
     * @param emitted what was planned and written for each of its methods
     * @param classPath where other classes are found
     * @throws TransformationException naming class, method, line and state of the first defect, and what was planned there
     */
    public static void verify(String className, byte[] classFile, Map<String, byte[]> machines, List<EmittedMethod> emitted, ClassPath classPath) {
        Map<String, byte[]> written = new LinkedHashMap<>(machines);
        written.put(className, classFile);
        WrittenTypes types = new WrittenTypes(written, classPath);
        for (byte[] bytes : written.values()) {
            firstDefect(bytes, types).ifPresent(defect -> {
                throw new TransformationException("the transformed " + defect + planned(defect, emitted)
                        + "; please report this as a defect of async-java.");
            });
        }
    }

    private static String planned(Defect defect, List<EmittedMethod> emitted) {
        return emitted.stream().flatMap(method -> PlanRow.of(defect, method).stream()).findFirst().map(row -> "; planned was: " + row).orElse("");
    }

    /**
     * Looks for a defect in a class that is as its compiler wrote it.
     *
     * @param className internal name of the class
     * @param classFile its bytes, such that they can be read
     * @param classPath where other classes are found
     * @return which method does not verify, where and why
     */
    static Optional<String> firstDefect(String className, byte[] classFile, ClassPath classPath) {
        return firstDefect(classFile, new WrittenTypes(Map.of(className, classFile), classPath)).map(Defect::toString);
    }

    private static Optional<Defect> firstDefect(byte[] classFile, WrittenTypes types) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
        for (MethodNode method : node.methods) {
            try {
                new Analyzer<>(new TypeVerifier(node, types)).analyze(node.name, method);
            } catch (AnalyzerException | RuntimeException defect) {
                return Optional.of(Defect.of(node, method, defect));
            }
        }
        return Optional.empty();
    }
}
