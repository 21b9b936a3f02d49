package org.asyncjava.benchmarks.jmh.gate;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The lengths of what the transformer has made of a package: of each body and kick-off, and of all with the machines. */
final class GeneratedCode {
    private static final Pattern MACHINE = Pattern.compile(".*\\$Async\\d+");
    private static final String GENERATED = "Lorg/asyncjava/runtime/abi/Generated;";

    private final List<Row> rows = new ArrayList<>();
    private int allCode;

    /** Rows for all classes of a package of an archive or a folder. */
    static List<Row> of(Path classes, String folder) throws IOException {
        if (Files.isDirectory(classes)) {
            return ofFolder(classes.resolve(folder));
        }
        try (FileSystem archive = FileSystems.newFileSystem(classes)) {
            return ofFolder(archive.getPath(folder));
        }
    }

    private static List<Row> ofFolder(Path folder) throws IOException {
        GeneratedCode code = new GeneratedCode();
        int machines = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                ClassReader reader = new ClassReader(Files.readAllBytes(file));
                boolean machine = MACHINE.matcher(reader.getClassName()).matches();
                machines += machine ? 1 : 0;
                code.read(reader, machine);
            }
        }
        code.rows.add(new Row("machine classes", "ours", machines));
        code.rows.add(new Row("code of kick-offs and bodies and machines", "ours", code.allCode));
        return code.rows;
    }

    private void read(ClassReader reader, boolean machine) {
        String name = reader.getClassName().substring(reader.getClassName().lastIndexOf('/') + 1);
        reader.accept(new Methods(name, machine), 0);
    }

    /** Writes a class again to learn where the methods' code ends. */
    private final class Methods extends ClassVisitor {
        private final String owner;
        private final boolean machine;

        Methods(String owner, boolean machine) {
            super(Opcodes.ASM9, new ClassWriter(0));
            this.owner = owner;
            this.machine = machine;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            String label = owner + "." + name;
            boolean body = descriptor.contains("$Async");
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                private final Label end = new Label();
                private boolean kickOff;

                @Override
                public org.objectweb.asm.AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    kickOff |= type.equals(GENERATED);
                    return super.visitAnnotation(type, visible);
                }

                @Override
                public void visitMaxs(int stack, int locals) {
                    super.visitLabel(end);
                    super.visitMaxs(stack, locals);
                    if (machine || body || kickOff) {
                        allCode += end.getOffset();
                    }
                    if (!machine && (body || kickOff)) {
                        rows.add(new Row(body ? "body code" : "kick-off code", label, end.getOffset()));
                    }
                }
            };
        }
    }
}
