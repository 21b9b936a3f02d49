package org.asyncjava.eclipse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * What builds have written, and the libraries. What was built from a source that has changed since is passed over: of a source that says nothing of async
 * code any more, and is not looked at for that reason, the old class would say that it does.
 *
 * @param folders of the projects
 * @param isOpen tells whether somebody edits a source
 * @param libraries jars and folders of classes that are not built from sources of these projects
 */
record BuiltClasses(ProjectFolders folders, Predicate<Path> isOpen, ReadableClasses libraries) implements ClassPathEntry {
    @Override
    public byte[] classFile(String internalName) throws IOException {
        for (Path output : folders.outputs()) {
            Path file = output.resolve(internalName + ".class");
            if (Files.isRegularFile(file)) {
                return isOutdated(file, internalName) ? null : Files.readAllBytes(file);
            }
        }
        return libraries.classFile(internalName);
    }

    private boolean isOutdated(Path file, String internalName) throws IOException {
        Optional<Path> source = folders.source(internalName);
        return source.isPresent() && (isOpen.test(source.get()) || Files.getLastModifiedTime(source.get()).compareTo(Files.getLastModifiedTime(file)) > 0);
    }

    @Override
    public void close() {
        libraries.close();
    }
}
