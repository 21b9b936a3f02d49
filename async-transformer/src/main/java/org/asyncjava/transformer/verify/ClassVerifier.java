package org.asyncjava.transformer.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;

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
        written.values().forEach(bytes -> verify(bytes, types));
    }

    private static void verify(byte[] classFile, WrittenTypes types) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
        for (MethodNode method : node.methods) {
            Analyzer<BasicValue> analyzer = new Analyzer<>(new TypeVerifier(node, types));
            try {
                analyzer.analyze(node.name, method);
            } catch (AnalyzerException | RuntimeException defect) {
                throw new TransformationException("the transformed " + node.name.replace('/', '.') + "." + method.name + method.desc
                        + " does not verify" + at(defect) + ": " + defect.getMessage() + "; please report this as a defect of async-java.", defect);
            }
        }
    }

    private static String at(Exception defect) {
        AbstractInsnNode insn = defect instanceof AnalyzerException analyzer ? analyzer.node : null;
        while (insn != null && !(insn instanceof LineNumberNode)) {
            insn = insn.getPrevious();
        }
        return insn == null ? "" : " at line " + ((LineNumberNode) insn).line;
    }
}
