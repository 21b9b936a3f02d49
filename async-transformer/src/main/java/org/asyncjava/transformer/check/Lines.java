package org.asyncjava.transformer.check;

import org.asyncjava.rules.Position;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Where instructions and methods of a class are in its source. */
final class Lines {
    private final String file;
    private AbstractInsnNode lastAsked;
    private Position lastAnswer;

    Lines(ClassNode node) {
        file = node.sourceFile != null ? node.sourceFile : node.name.replace('/', '.');
    }

    /** Looks back no further than to the instruction asked for before: code without lines is long. */
    Position of(AbstractInsnNode instruction) {
        lastAnswer = answer(instruction);
        lastAsked = instruction;
        return lastAnswer;
    }

    private Position answer(AbstractInsnNode instruction) {
        for (AbstractInsnNode at = instruction; at != null; at = at.getPrevious()) {
            if (at == lastAsked) {
                return lastAnswer;
            }
            if (at instanceof LineNumberNode line) {
                return Position.ofLine(file, line.line);
            }
        }
        return Position.ofLine(file, 0);
    }

    /** The line of a handler's first instruction. The handler's label comes before the line number. */
    Position ofHandler(LabelNode handler) {
        AbstractInsnNode first = Instructions.next(handler);
        return of(first == null ? handler : first);
    }

    /** A class file does not say where a method is declared: the first line of its code has to do. */
    Position of(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode line) {
                return Position.ofLine(file, line.line);
            }
        }
        return Position.ofLine(file, 0);
    }
}
