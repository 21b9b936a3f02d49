package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the outline of one class file. */
final class OutlineReader extends ClassVisitor {
    private String name;
    private int access;
    private String superName;
    private List<String> interfaces = List.of();
    private boolean sealed;
    private final List<MethodOutline> methods = new ArrayList<>();
    private Optional<String> nestHost = Optional.empty();
    private final List<String> nestMembers = new ArrayList<>();
    private Optional<String> enclosingClass = Optional.empty();
    private Optional<String> enclosingMethod = Optional.empty();
    private Optional<Integer> innerAccess = Optional.empty();

    private OutlineReader() {
        super(Opcodes.ASM9);
    }

    /**
     * Reads an outline. Names and flags of a class file that is newer than ASM knows are read all the same.
     *
     * @throws RuntimeException whatever ASM throws at a damaged class file
     */
    static ClassOutline read(byte[] classFile) {
        OutlineReader outline = new OutlineReader();
        new ClassReader(ClassFileHeader.withMajorVersionAtMost(classFile, ClassRead.NEWEST))
                .accept(outline, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return outline.toOutline();
    }

    private ClassOutline toOutline() {
        Surroundings surroundings = new Surroundings(nestHost, nestMembers, enclosingClass, enclosingMethod, innerAccess);
        return new ClassOutline(name, access, new Supertypes(superName, interfaces, sealed), methods, surroundings);
    }

    @Override
    public void visit(int version, int flags, String className, String signature, String superClass, String[] implemented) {
        name = className;
        access = flags;
        superName = superClass;
        interfaces = implemented == null ? List.of() : List.of(implemented);
    }

    @Override
    public void visitNestHost(String host) {
        nestHost = Optional.of(host);
    }

    @Override
    public void visitNestMember(String member) {
        nestMembers.add(member);
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        sealed = true;
    }

    @Override
    public void visitOuterClass(String owner, String method, String descriptor) {
        enclosingClass = Optional.of(owner);
        enclosingMethod = Optional.ofNullable(method).map(methodName -> methodName + descriptor);
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simpleName, int flags) {
        if (inner.equals(name)) {
            innerAccess = Optional.of(flags);
        }
    }

    @Override
    public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            private boolean async;

            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                async |= annotation.equals(Markers.ASYNC);
                return null;
            }

            @Override
            public void visitEnd() {
                methods.add(new MethodOutline(flags, method, descriptor, async));
            }
        };
    }
}
