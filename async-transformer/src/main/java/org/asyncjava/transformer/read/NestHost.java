package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** The host of a nest (JVMS 4.7.29), which has to be changed when one of the nest's members is. */
public final class NestHost {
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
            for (String member : members(classFile)) {
                if (Markers.isMachineName(member) || classPath.classFile(member).filter(found -> AsyncClass.mayBe(found, classPath)).isPresent()) {
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

    private static List<String> members(byte[] classFile) {
        List<String> members = new ArrayList<>();
        new ClassReader(ClassFileHeader.withMajorVersionAtMost(classFile, ClassRead.NEWEST)).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitNestMember(String member) {
                members.add(member);
            }
        }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return members;
    }
}
