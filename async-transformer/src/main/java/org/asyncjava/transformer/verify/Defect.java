package org.asyncjava.transformer.verify;

import java.util.Optional;
import java.util.regex.Pattern;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * What does not verify.
 *
 * @param type the class, as its file says
 * @param method its method
 * @param at the instruction, if it is known
 * @param reason what is wrong with it
 */
record Defect(ClassNode type, MethodNode method, Optional<AbstractInsnNode> at, String reason) {
    /** Where two ways meet that do not fit, ASM says so in its text alone. */
    private static final Pattern INDEX = Pattern.compile("^Error at instruction (\\d+):");

    /**
     * What the verifier has found.
     *
     * @param type the class
     * @param method its method
     * @param found what was thrown
     * @return the defect
     */
    static Defect of(ClassNode type, MethodNode method, Exception found) {
        Optional<AbstractInsnNode> at = found instanceof AnalyzerException analyzer ? Optional.ofNullable(analyzer.node) : Optional.empty();
        return new Defect(type, method, at.or(() -> indexIn(found).map(method.instructions::get)), found.getMessage());
    }

    private static Optional<Integer> indexIn(Exception found) {
        return INDEX.matcher(String.valueOf(found.getMessage())).results().map(index -> Integer.valueOf(index.group(1))).findFirst();
    }

    /** How many instructions stand before the defect; labels and lines do not count. */
    Optional<Integer> position() {
        return at.map(defect -> {
            int position = 0;
            for (AbstractInsnNode insn = defect.getPrevious(); insn != null; insn = insn.getPrevious()) {
                position += Instructions.isReal(insn) ? 1 : 0;
            }
            return position;
        });
    }

    private String line() {
        int line = Instructions.lineOf(at.orElse(null));
        return line == 0 ? "" : " at line " + line;
    }

    @Override
    public String toString() {
        return type.name.replace('/', '.') + "." + method.name + method.desc + " does not verify" + line() + ": " + reason;
    }
}
