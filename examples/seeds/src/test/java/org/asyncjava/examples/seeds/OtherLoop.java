package org.asyncjava.examples.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.asyncjava.runtime.AnyLoop;
import org.asyncjava.runtime.Coroutines;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Loads the programs once more, so that what they give to {@code Coroutines.run} runs on another kind of loop. */
final class OtherLoop extends ClassLoader {
    private static final String PROGRAMS = OtherLoop.class.getPackageName() + ".";
    private static final String RUN_OWNER = Type.getInternalName(Coroutines.class);

    private final AnyLoop.Kind kind;
    private final URL programs = SyncBlocking.class.getProtectionDomain().getCodeSource().getLocation();
    private int redirected;

    OtherLoop(AnyLoop.Kind kind) {
        super(OtherLoop.class.getClassLoader());
        this.kind = kind;
    }

    /** Runs a program in a JVM of its own: the kind of loop, the program's class. */
    public static void main(String[] arguments) throws Exception {
        Class<?> program = new OtherLoop(AnyLoop.Kind.valueOf(arguments[0])).loadClass(arguments[1]);
        program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }

    /** How many calls of {@code run} stand in the classes that were loaded so far. */
    int redirected() {
        return redirected;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PROGRAMS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = new URL(programs, name.replace('.', '/') + ".class").openStream()) {
            byte[] code = redirect(file.readAllBytes());
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] redirect(byte[] code) {
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new CallsOfRun(super.visitMethod(access, name, descriptor, signature, exceptions));
            }
        }, 0);
        return writer.toByteArray();
    }

    /** {@code Coroutines.run(main)} becomes {@code AnyLoop.run(main, kind)}. */
    private final class CallsOfRun extends MethodVisitor {
        private CallsOfRun(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (!owner.equals(RUN_OWNER) || !name.equals("run")) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            redirected++;
            String kindType = Type.getDescriptor(AnyLoop.Kind.class);
            super.visitFieldInsn(Opcodes.GETSTATIC, Type.getInternalName(AnyLoop.Kind.class), kind.name(), kindType);
            super.visitMethodInsn(opcode, Type.getInternalName(AnyLoop.class), name, descriptor.replace(")", kindType + ")"), isInterface);
        }
    }
}
