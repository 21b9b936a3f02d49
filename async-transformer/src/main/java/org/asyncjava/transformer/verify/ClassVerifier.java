package org.asyncjava.transformer.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
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
     * @param classPath where other classes are found
     * @throws TransformationException naming class, method and line of the first defect
     */
    public static void verify(String className, byte[] classFile, Map<String, byte[]> machines, ClassPath classPath) {
        Map<String, byte[]> written = new LinkedHashMap<>(machines);
        written.put(className, classFile);
        WrittenTypes types = new WrittenTypes(written, classPath);
        for (byte[] bytes : written.values()) {
            firstDefect(bytes, types).ifPresent(defect -> {
                throw new TransformationException("the transformed " + defect + "; please report this as a defect of async-java.");
            });
        }
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
        return firstDefect(classFile, new WrittenTypes(Map.of(className, classFile), classPath));
    }

    private static Optional<String> firstDefect(byte[] classFile, WrittenTypes types) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
        for (MethodNode method : node.methods) {
            try {
                new Analyzer<>(new TypeVerifier(node, types)).analyze(node.name, method);
            } catch (AnalyzerException | RuntimeException defect) {
                return Optional.of(node.name.replace('/', '.') + "." + method.name + method.desc + " does not verify" + at(defect)
                        + ": " + defect.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String at(Exception defect) {
        AbstractInsnNode insn = defect instanceof AnalyzerException analyzer ? analyzer.node : null;
        while (insn != null && !(insn instanceof LineNumberNode)) {
            insn = insn.getPrevious();
        }
        return insn == null ? "" : " at line " + ((LineNumberNode) insn).line;
    }
}
