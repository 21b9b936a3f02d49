package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.Transformed;

/**
 * What a class file is to become.
 *
 * @param file the file as it is
 * @param result what the transformer made of it
 */
record Outcome(ClassFile file, Transformed result) {
    boolean isChanged() {
        return result.classFile() != file.bytes();
    }

    /** The files of the machines that belong to the class. */
    List<Path> machineFiles() {
        return result.machines().keySet().stream().map(file::sibling).toList();
    }

    /**
     * Writes the machines and then the class that needs them.
     *
     * @throws IOException if something could not be written; the class is as it was then, and new machines are gone
     */
    void write() throws IOException {
        List<Path> fresh = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> machine : result.machines().entrySet()) {
                Path target = file.sibling(machine.getKey());
                if (!Files.exists(target)) {
                    fresh.add(target);
                }
                AtomicFile.write(target, machine.getValue());
            }
            AtomicFile.write(file.path(), result.classFile());
        } catch (IOException refused) {
            withdraw(fresh, refused);
            throw refused;
        }
    }

    private static void withdraw(List<Path> fresh, IOException reason) {
        for (Path machine : fresh) {
            try {
                Files.deleteIfExists(machine);
            } catch (IOException onDeleting) {
                reason.addSuppressed(onDeleting);
            }
        }
    }
}
