package org.asyncjava.transformer.dump;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;
import org.objectweb.asm.util.TraceMethodVisitor;

/** Bytecode as text. */
public final class Listing {
    private Listing() {
    }

    /**
     * The text of a class.
     *
     * @param classFile its bytes
     * @return a listing in ASM's notation
     */
    public static String of(byte[] classFile) {
        StringWriter text = new StringWriter();
        new ClassReader(classFile).accept(new TraceClassVisitor(null, new Textifier(), new PrintWriter(text)), 0);
        return text.toString();
    }

    /**
     * The text of a method's code.
     *
     * @param method the method
     * @return a listing in ASM's notation
     */
    public static String of(MethodNode method) {
        Textifier textifier = new Textifier();
        method.instructions.accept(new TraceMethodVisitor(textifier));
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        textifier.print(writer);
        writer.flush();
        return text.toString();
    }
}
