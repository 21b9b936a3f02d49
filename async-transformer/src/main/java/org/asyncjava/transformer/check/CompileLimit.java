package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncjava.rules.Position;
import org.asyncjava.transformer.plan.MachineNames;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.CodeLengths;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Methods that HotSpot would compile as they were written and will not compile as they are transformed. */
public final class CompileLimit {
    /** HotSpot's {@code HugeMethodLimit}: a method with more bytes of code is interpreted for ever. */
    private static final int MOST_BYTES = 8_000;

    private CompileLimit() {
    }

    /**
     * Looks at the methods of a class that was transformed.
     *
     * @param methods the async methods in their order
     * @param original the class file before
     * @param written the class file afterwards
     * @return for each method that has grown over the limit where it is, its sizes and the mend
     */
    public static List<String> exceeded(List<AsyncMethod> methods, byte[] original, byte[] written) {
        if (written.length <= MOST_BYTES) {
            return List.of();
        }
        Map<String, Integer> tooLong = CodeLengths.over(MOST_BYTES, written);
        return tooLong.isEmpty() ? List.of() : exceeded(methods, original, tooLong);
    }

    private static List<String> exceeded(List<AsyncMethod> methods, byte[] original, Map<String, Integer> tooLong) {
        ClassNode owner = ClassRead.of(original).node();
        Map<String, Integer> before = CodeLengths.over(0, original);
        List<String> exceeded = new ArrayList<>();
        if (tooLong.isEmpty()) {
            return List.of();
        }
        tooLong.forEach((signature, length) -> methods.stream().map(AsyncMethod::method)
                .filter(method -> isBodyOf(method, signature, owner.name, methods) && before.get(method.name + method.desc) <= MOST_BYTES)
                .forEach(method -> exceeded.add(text(owner, method, before.get(method.name + method.desc), length))));
        return exceeded.stream().sorted().toList();
    }

    /** The body has its method's name, and the machine is the first of its parameters. */
    private static boolean isBodyOf(MethodNode method, String signature, String owner, List<AsyncMethod> methods) {
        int ordinal = methods.stream().map(AsyncMethod::method).toList().indexOf(method) + 1;
        return signature.startsWith(method.name + "(L" + MachineNames.of(owner, method, ordinal) + ";");
    }

    private static String text(ClassNode owner, MethodNode method, int before, int after) {
        Position position = owner.methods.stream().filter(found -> found.name.equals(method.name) && found.desc.equals(method.desc))
                .map(new Lines(owner)::of).findFirst().orElseThrow();
        return position.text() + " " + owner.name.replace('/', '.') + "." + method.name + " grows from " + before + " to " + after
                + " bytes of code, and HotSpot compiles no method of more than " + MOST_BYTES + ": divide it into several methods, or it stays"
                + " interpreted";
    }
}
