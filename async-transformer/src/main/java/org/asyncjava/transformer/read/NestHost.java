package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** The host of a nest (JVMS 4.7.29), which has to be changed when one of the nest's members is. */
public final class NestHost {
    static final String NEST_MEMBERS = "NestMembers";

    private NestHost() {
    }

    /**
     * Tells whether a member of the nest can contain an async method, an await or an entry point, or be a machine. Nothing of the class but the list of its
     * members is read.
     *
     * @param classFile the class file of the host
     * @param classPath where the members are found
     * @return false if the nest can be left as it is; true also if the class file is damaged, for whoever reads it next to say so
     */
    public static boolean hasAsyncMember(byte[] classFile, ClassPath classPath) {
        try {
            for (String member : members(new ClassReader(ClassFileHeader.withMajorVersionAtMost(classFile, ClassRead.NEWEST)))) {
                if (Markers.isMachineName(member) || classPath.mayBeAsync(member)) {
                    return true;
                }
            }
            return false;
        } catch (TransformationException unreadable) {
            throw unreadable;
        } catch (RuntimeException damage) {
            return true;
        }
    }

    private static List<String> members(ClassReader reader) {
        int[] methods = MethodOffsets.of(reader);
        char[] buffer = new char[reader.getMaxStringLength()];
        int at = methods[methods.length - 1] + 2;
        for (int left = reader.readUnsignedShort(at - 2); left > 0; left--) {
            if (NEST_MEMBERS.equals(reader.readUTF8(at, buffer))) {
                return classes(reader, at + MethodOffsets.ATTRIBUTE_HEADER, buffer);
            }
            at = MethodOffsets.afterAttribute(reader, at);
        }
        return List.of();
    }

    private static List<String> classes(ClassReader reader, int table, char[] buffer) {
        List<String> classes = new ArrayList<>();
        for (int i = 1; i <= reader.readUnsignedShort(table); i++) {
            classes.add(reader.readClass(table + 2 * i, buffer));
        }
        return classes;
    }
}
