package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.read.FileFailure;

/** Puts outcomes into the files that they are about, each class by itself: one that cannot be written does not keep back the others. */
final class Writing {
    private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    private final Set<Path> writable = ConcurrentHashMap.newKeySet();
    private final NavigableSet<Path> readOnly = new ConcurrentSkipListSet<>();

    private Writing() {
    }

    /**
     * Writes the classes that change and their machines, and deletes machines that no class uses any more.
     *
     * @param outcomes all that matter of a directory
     * @param problems receives what could not be written
     * @param workers who writes
     * @return the outcomes that were written
     */
    static List<TransformedFile> of(List<TransformedFile> outcomes, List<Problem> problems, Workers workers) {
        Writing writing = new Writing();
        List<TransformedFile> changed = new ArrayList<>();
        for (TransformedFile outcome : outcomes) {
            if (outcome.isChanged()) {
                changed.add(outcome);
            }
        }
        List<Boolean> successes = workers.each(changed, writing::attempt);
        List<TransformedFile> written = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            if (successes.get(i)) {
                written.add(changed.get(i));
            }
        }
        writing.tell();
        writing.delete(StaleMachines.of(outcomes));
        problems.addAll(writing.problems);
        return written;
    }

    private boolean attempt(TransformedFile outcome) {
        Path folder = outcome.file().location().file().toAbsolutePath().getParent();
        return isWritable(folder) && write(outcome);
    }

    /** Asked once for all the classes of a folder. */
    private boolean isWritable(Path folder) {
        if (!writable.contains(folder) && !readOnly.contains(folder)) {
            (Files.isWritable(folder) ? writable : readOnly).add(folder);
        }
        return writable.contains(folder);
    }

    /** One line, however many classes there are. */
    private void tell() {
        if (!readOnly.isEmpty()) {
            int more = readOnly.size() - 1;
            String others = more == 0 ? "" : ", like " + more + (more == 1 ? " other directory" : " other directories");
            problems.add(new Problem(readOnly.first(), "is read-only" + others + ": the classes are as they were;"
                    + " make it writable, or have the result written to another directory"));
        }
    }

    private boolean write(TransformedFile outcome) {
        try {
            writeAll(outcome);
            return true;
        } catch (IOException refused) {
            problems.add(new Problem(outcome.file().location(), "cannot be written, the class is as it was: " + FileFailure.text(refused)));
            return false;
        } catch (UncheckedIOException lost) {
            problems.add(new Problem(outcome.file().location(), "is as it was: " + FileFailure.text(lost.getCause())));
            return false;
        }
    }

    /**
     * Writes the machines and then the class that needs them. If that fails the class is as it was, and new machines are gone.
     *
     * <p>All get one time, machines that are as they were too: builds that compare times, such as Quarkus' while it is developed with, delete what
     * is older than its source. It is the file system's, whose clock can be another than this computer's.
     */
    private static void writeAll(TransformedFile outcome) throws IOException {
        List<Path> fresh = new ArrayList<>();
        ClassFileLocation location = outcome.file().location();
        Transformed content = outcome.content().get();
        try (FreshFile classFile = FreshFile.beside(location.file())) {
            classFile.write(content.classFile());
            FileTime modified = classFile.modified();
            for (Map.Entry<String, byte[]> machine : content.machines().entrySet()) {
                Path target = location.sibling(machine.getKey()).file();
                if (AtomicFile.write(target, machine.getValue(), modified)) {
                    fresh.add(target);
                }
            }
            classFile.moveToTarget();
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

    private void delete(List<ClassFileLocation> stale) {
        for (ClassFileLocation machine : stale) {
            try {
                Files.deleteIfExists(machine.file());
            } catch (IOException refused) {
                problems.add(new Problem(machine, "is no longer used and cannot be deleted: " + FileFailure.text(refused)));
            }
        }
    }
}
