package org.asyncjava.transformer.dump;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.util.Printer;

/** The instructions of a method in short: classes by their simple names, slots with the names of variables, and only labels that something leads to. */
final class InstructionText {
    private static final int LONGEST_CONSTANT = 24;

    private final MethodNode method;
    private final Map<LabelNode, String> names = new HashMap<>();

    InstructionText(MethodNode method) {
        this.method = method;
        Set<LabelNode> used = new HashSet<>();
        method.tryCatchBlocks.forEach(block -> used.addAll(List.of(block.start, block.end, block.handler)));
        method.instructions.forEach(insn -> used.addAll(targets(insn)));
        name(used);
    }

    /** Labels in one place have one name. */
    private void name(Set<LabelNode> used) {
        int named = 0;
        boolean isSamePlace = false;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label && used.contains(label)) {
                named += isSamePlace ? 0 : 1;
                names.put(label, "L" + named);
                isSamePlace = true;
            } else {
                isSamePlace &= !Instructions.isReal(insn);
            }
        }
    }

    private static List<LabelNode> targets(AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        if (insn instanceof TableSwitchInsnNode table) {
            return Stream.concat(table.labels.stream(), Stream.of(table.dflt)).toList();
        }
        return insn instanceof LookupSwitchInsnNode lookup ? Stream.concat(lookup.labels.stream(), Stream.of(lookup.dflt)).toList() : List.of();
    }

    /** The name of a label; empty if nothing leads to it. */
    Optional<String> name(LabelNode label) {
        return Optional.ofNullable(names.get(label));
    }

    String of(AbstractInsnNode insn) {
        return (Printer.OPCODES[insn.getOpcode()].toLowerCase(Locale.ROOT) + " " + operand(insn)).strip();
    }

    private String operand(AbstractInsnNode insn) {
        if (insn instanceof VarInsnNode variable) {
            return (variable.var + " " + variable(variable.var, insn)).strip();
        }
        if (insn instanceof IincInsnNode increment) {
            return increment.var + " " + variable(increment.var, insn) + " by " + increment.incr;
        }
        if (insn instanceof MethodInsnNode called) {
            return simpleName(called.owner) + "." + called.name;
        }
        if (insn instanceof FieldInsnNode field) {
            return simpleName(field.owner) + "." + field.name;
        }
        if (insn instanceof TypeInsnNode type) {
            return simpleName(type.desc);
        }
        return constant(insn).orElseGet(() -> leading(insn));
    }

    private static Optional<String> constant(AbstractInsnNode insn) {
        if (insn instanceof LdcInsnNode constant) {
            String value = constant.cst.toString().replaceAll("\\s", " ");
            String shown = value.length() > LONGEST_CONSTANT ? value.substring(0, LONGEST_CONSTANT) + "..." : value;
            return Optional.of(constant.cst instanceof String ? '"' + shown + '"' : shown);
        }
        if (insn instanceof IntInsnNode number) {
            return Optional.of(Integer.toString(number.operand));
        }
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return Optional.of(dynamic.name);
        }
        return insn instanceof MultiANewArrayInsnNode array ? Optional.of(simpleName(array.desc)) : Optional.empty();
    }

    private String leading(AbstractInsnNode insn) {
        if (insn instanceof TableSwitchInsnNode table) {
            return keyed(IntStream.rangeClosed(table.min, table.max).boxed().toList(), table.labels, table.dflt);
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            return keyed(lookup.keys, lookup.labels, lookup.dflt);
        }
        return insn instanceof JumpInsnNode jump ? names.get(jump.label) : "";
    }

    private String keyed(List<Integer> keys, List<LabelNode> labels, LabelNode otherwise) {
        return IntStream.range(0, keys.size()).mapToObj(i -> keys.get(i) + ":" + names.get(labels.get(i))).collect(Collectors.joining(" ")) + " else " + names.get(otherwise);
    }

    /** A variable begins to be visible right behind the instruction that stores it first. */
    private String variable(int slot, AbstractInsnNode insn) {
        AbstractInsnNode next = Instructions.next(insn);
        return method.localVariables == null ? "" : method.localVariables.stream()
                .filter(variable -> variable.index == slot && (isVisible(variable, insn) || next != null && isVisible(variable, next)))
                .map(variable -> variable.name).findFirst().orElse("");
    }

    private boolean isVisible(LocalVariableNode variable, AbstractInsnNode insn) {
        int at = method.instructions.indexOf(insn);
        return method.instructions.indexOf(variable.start) <= at && at < method.instructions.indexOf(variable.end);
    }

    static String simpleName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }
}
