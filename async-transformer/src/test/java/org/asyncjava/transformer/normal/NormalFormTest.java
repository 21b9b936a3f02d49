package org.asyncjava.transformer.normal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.testing.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** In normal form the lines of the targets do what their comments promise, in that order. */
class NormalFormTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> eventsOfALine() throws IOException {
        return Targets.tests("normal", directory, (node, classPath, answers) -> ClassFacts.of(node, classPath).methods().forEach(async -> {
            MethodNode normal = NormalForm.of(node.name, classPath, async.method());
            for (AbstractInsnNode insn : normal.instructions) {
                event(insn).ifPresent(event -> answers.append(insn, event));
            }
        }));
    }

    private static Optional<String> event(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.NEW -> Optional.of((insn.getNext().getOpcode() == Opcodes.POP ? "touch " : "new ") + simpleName(((TypeInsnNode) insn).desc));
            case Opcodes.POP -> insn.getPrevious().getOpcode() == Opcodes.NEW ? Optional.empty() : Optional.of("drop");
            case Opcodes.ARETURN -> Optional.of("return");
            case Opcodes.LDC -> Optional.of(((LdcInsnNode) insn).cst).filter(Type.class::isInstance)
                    .map(type -> simpleName(((Type) type).getInternalName()) + ".class");
            default -> insn instanceof MethodInsnNode call ? Optional.of(event(call)) : Optional.empty();
        };
    }

    private static String event(MethodInsnNode call) {
        if (call.name.equals("<init>")) {
            return "init " + simpleName(call.owner);
        }
        return call.name.equals("await") && Type.getArgumentCount(call.desc) > 1 ? "await with a class" : call.name;
    }

    private static String simpleName(String internalName) {
        return internalName.substring(Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
    }
}
