package org.asyncjava.transformer.read;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class file that has been read, with its frames expanded.
 *
 * @param node what it says
 * @param reader the reader, for a writer that wants to keep the constant pool
 * @param unread those of its methods, in their order, that have no more than a head here
 */
public record ClassRead(ClassNode node, ClassReader reader, List<MethodNode> unread) {
    /** The oldest class file that can be transformed: Java 8's. */
    static final int OLDEST = Opcodes.V1_8;
    /** The newest class file that can be read. */
    static final int NEWEST = Opcodes.V27;

    private static final int FIRST_JAVA_VERSION = 44;
    /** In what is older any method may write to final fields, so that none can be passed over. */
    private static final int OLDEST_WITH_MODULES = Opcodes.V9;

    /**
     * Reads a class file as a whole.
     *
     * @param classFile its bytes
     * @return what it says
     * @throws TransformationException if it is damaged, older than Java 8 or newer than can be read
     */
    public static ClassRead of(byte[] classFile) {
        return of(classFile, Optional.empty());
    }

    /**
     * Reads of a class file what a transformation needs: the marked methods and entry points, if others call a marker, or
     * lambdas close what is closed by awaiting, all methods, and the members
     * that are no methods.
     *
     * @param classFile its bytes
     * @param classPath where annotations are found
     * @return what it says
     * @throws TransformationException if it is damaged, older than Java 8 or newer than can be read
     */
    public static ClassRead ofAsyncCode(byte[] classFile, ClassPath classPath) {
        if (ClassFileHeader.isClassFile(classFile) && ClassFileHeader.majorVersion(classFile) < OLDEST_WITH_MODULES) {
            return of(classFile);
        }
        ClassRead read = of(classFile, Optional.of(classPath));
        EntryAnnotations entries = new EntryAnnotations(classPath);
        AsyncCloses closes = new AsyncCloses(classPath);
        for (MethodNode method : read.node.methods) {
            boolean isMarked = Markers.isAsync(method) || Markers.isGenerator(method) || entries.areOn(method);
            if (!isMarked && (Markers.awaits(method) || Markers.emits(method) || closes.areIn(method))) {
                return of(classFile);
            }
        }
        return read;
    }

    private static BitSet allMethods(ClassReader reader) {
        BitSet all = new BitSet();
        all.set(0, reader.getItemCount());
        return all;
    }

    /** Reads all methods, or those with async code if it is told where annotations are found. */
    private static ClassRead of(byte[] classFile, Optional<ClassPath> annotations) {
        requireVersion(classFile);
        String name = "the class file";
        ClassNode node = new ClassNode();
        ClassReader reader;
        StandardCode code;
        Optional<String> unsound;
        try {
            reader = new ClassReader(classFile);
            name = "the class file of " + reader.getClassName().replace('/', '.');
            requireSoundPool(reader, name);
            BitSet read = annotations.isEmpty() ? allMethods(reader) : AsyncCode.of(reader, annotations.get());
            requireSaneTables(reader, read);
            code = new StandardCode(node, read);
            reader.accept(code, ClassReader.EXPAND_FRAMES);
            unsound = PoolTexts.firstUnsound(reader, node);
        } catch (TransformationException refused) {
            throw refused;
        } catch (RuntimeException damage) {
            throw new TransformationException(name + " is damaged or truncated: compile it again", damage);
        } catch (StackOverflowError hostile) {
            throw new TransformationException(name + " is damaged: it nests annotations or constants too deeply, compile it again", hostile);
        }
        if (unsound.isPresent()) {
            throw new TransformationException("the class file of " + node.name.replace('/', '.') + " is damaged: it has \"" + unsound.get()
                    + "\" for a name or a descriptor; compile it again");
        }
        requireDistinctMethods(node);
        requireSoundPlaces(node);
        for (MethodNode method : node.methods) {
            StrayVariables.leaveOut(method);
        }
        return new ClassRead(node, reader, code.unread());
    }

    /**
     * The name of the class.
     *
     * @return its internal name
     */
    public String name() {
        return node.name;
    }

    /**
     * Tells whether the class carries the transformer's mark.
     *
     * @return true if it has been transformed, or is a machine
     */
    public boolean isTransformed() {
        return Markers.isTransformed(node);
    }

    private static void requireVersion(byte[] classFile) {
        if (!ClassFileHeader.isClassFile(classFile)) {
            throw new TransformationException("the class file is damaged or truncated: it does not begin as a class file does");
        }
        int major = ClassFileHeader.majorVersion(classFile);
        if (major > NEWEST) {
            throw new TransformationException("the class file is of Java " + (major - FIRST_JAVA_VERSION)
                    + " (version " + major + "), newer than Java " + (NEWEST - FIRST_JAVA_VERSION)
                    + ", the newest that this version of async-java reads: compile with --release or use a newer async-java");
        }
        if (major < OLDEST) {
            throw new TransformationException("the class file is of version " + major
                    + ", older than Java 8, the oldest that can be transformed: compile for Java 8 or later");
        }
    }

    private static void requireSoundPool(ClassReader reader, String name) {
        OptionalInt unsound = PoolReferences.firstUnsound(reader);
        if (unsound.isPresent()) {
            throw new TransformationException(name + " is damaged: its constant " + unsound.getAsInt()
                    + " refers to one that is not there or of another kind; compile it again");
        }
    }

    private static void requireSaneTables(ClassReader reader, BitSet read) {
        int[] methods = MethodOffsets.of(reader);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 0; i + 1 < methods.length; i++) {
            if (read.get(i) && !CodeTables.areSane(reader, methods[i], buffer)) {
                throw new TransformationException("the class file of " + reader.getClassName().replace('/', '.') + " is damaged: the tables of "
                        + reader.readUTF8(methods[i] + 2, buffer) + reader.readUTF8(methods[i] + 4, buffer) + " (its lines, variables, try"
                        + " ranges or frames) say more than any compiler has to say; compile it again");
            }
        }
    }

    private static void requireSoundPlaces(ClassNode node) {
        for (MethodNode method : node.methods) {
            if (!new PlacesInCode(method).areSound()) {
                throw new TransformationException("the class file of " + node.name.replace('/', '.') + " is damaged: " + method.name
                        + method.desc + " refers to a place inside an instruction, has a try range that ends where or before it begins, or a"
                        + " frame with an object that is created nowhere; compile it again");
            }
        }
    }

    private static void requireDistinctMethods(ClassNode node) {
        Set<String> seen = new HashSet<>();
        for (MethodNode method : node.methods) {
            if (!seen.add(method.name + method.desc)) {
                throw new TransformationException("class " + node.name.replace('/', '.') + " declares the method " + method.name
                        + method.desc + " twice: no JVM loads such a class, so rename one of the two in its source");
            }
        }
    }
}
