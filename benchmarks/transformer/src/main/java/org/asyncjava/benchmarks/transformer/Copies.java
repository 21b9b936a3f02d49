package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Class files under other names: large projects, without compiling them. */
final class Copies {
    private Copies() {
    }

    /**
     * Writes copies of classes whose packages begin with {@code root}, each in packages that begin with another name.
     *
     * @return the names of the written classes, with dots
     */
    static List<String> write(Path classes, String root, Path target, int copies) throws IOException {
        Tree.delete(target);
        List<String> names = new ArrayList<>();
        for (Path file : Tree.classFiles(classes)) {
            byte[] original = Files.readAllBytes(file);
            for (int copy = 0; copy < copies; copy++) {
                ClassReader reader = new ClassReader(original);
                ClassWriter writer = new ClassWriter(0);
                Moved moved = new Moved(root + "/", root + copy + "/");
                reader.accept(new ClassRemapper(writer, moved), 0);
                String name = moved.map(reader.getClassName());
                Path path = target.resolve(name + ".class");
                Files.createDirectories(path.getParent());
                Files.write(path, writer.toByteArray());
                names.add(name.replace('/', '.'));
            }
        }
        return names;
    }

    /** Moves classes to other packages. */
    private static final class Moved extends Remapper {
        private final String from;
        private final String to;

        Moved(String from, String to) {
            super(Opcodes.ASM9);
            this.from = from;
            this.to = to;
        }

        @Override
        public String map(String name) {
            return name.startsWith(from) ? to + name.substring(from.length()) : name;
        }
    }
}
