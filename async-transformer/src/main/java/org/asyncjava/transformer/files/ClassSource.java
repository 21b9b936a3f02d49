package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.read.BoundedFile;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.asyncjava.transformer.read.TransformationException;

/**
 * A class file that is still to be read.
 *
 * @param location where it is
 * @param name the internal name by which it is found there; empty if that is not known
 * @param content how its bytes are come by
 */
record ClassSource(ClassFileLocation location, String name, Content content) {
    /** Bytes that are read when they are needed. */
    interface Content {
        byte[] read() throws IOException;
    }

    /** Files of their own. */
    static List<ClassSource> ofFiles(List<Path> files) {
        List<ClassSource> sources = new ArrayList<>(files.size());
        for (Path file : files) {
            sources.add(new ClassSource(ClassFileLocation.of(file), "", () -> BoundedFile.read(file)));
        }
        return sources;
    }

    /** What a walk through a directory of packages found. */
    static List<ClassSource> of(FileTree tree, Path directory) {
        List<ClassSource> sources = new ArrayList<>(tree.files().size());
        for (FoundFile file : tree.files()) {
            String name = internalName(directory.relativize(file.path()).toString().replace('\\', '/'));
            sources.add(new ClassSource(ClassFileLocation.of(file.path()), name, () -> BoundedFile.read(file.path(), file.attributes())));
        }
        return sources;
    }

    /** The name of the class that is looked for under the name of a file. */
    static String internalName(String file) {
        return file.substring(0, file.length() - ClassFile.EXTENSION.length());
    }

    /**
     * Those of some sources in which there is something to do. One thread finds out, and they are read once more, so that no bytes are held: several
     * that read one jar wait for each other, which costs more than to look into most classes.
     */
    static List<ClassSource> withWork(List<ClassSource> sources, AsyncTransformer transformer) {
        List<ClassSource> withWork = new ArrayList<>();
        boolean besideMachines = StaleMachines.areNamedIn(sources);
        for (ClassSource source : sources) {
            try {
                ClassFile file = source.read();
                if (RuntimeRequirement.isModule(file) || besideMachines && ConstantPoolScan.of(file.bytes()).mentionsMark()
                        || !transformer.passesOver(file.bytes(), source.name())) {
                    withWork.add(source);
                }
            } catch (IOException | TransformationException toBeTold) {
                withWork.add(source);
            }
        }
        return withWork;
    }

    ClassFile read() throws IOException {
        return new ClassFile(location, content.read());
    }
}
