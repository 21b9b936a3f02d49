package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts outcomes into the files that they are about, each class by itself: one that cannot be written does not keep back the others. */
final class Writing {
    private final List<Problem> problems;

    private Writing(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Writes the classes that change and their machines, and deletes machines that no class uses any more.
     *
     * @param outcomes all that matter of a directory
     * @param problems receives what could not be written
     * @return the outcomes that were written
     */
    static List<Outcome> of(List<Outcome> outcomes, List<Problem> problems) {
        Writing writing = new Writing(problems);
        TreeSet<Path> readOnly = new TreeSet<>();
        List<Outcome> written = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Path folder = outcome.file().place().file().toAbsolutePath().getParent();
            if (outcome.isChanged() && !Files.isWritable(folder)) {
                readOnly.add(folder);
            } else if (outcome.isChanged() && writing.write(outcome)) {
                written.add(outcome);
            }
        }
        writing.tell(readOnly);
        writing.delete(StaleMachines.of(outcomes));
        return written;
    }

    /** One line, however many classes there are. */
    private void tell(TreeSet<Path> readOnly) {
        if (!readOnly.isEmpty()) {
            int more = readOnly.size() - 1;
            String others = more == 0 ? "" : ", like " + more + (more == 1 ? " other directory" : " other directories");
            problems.add(new Problem(readOnly.first(), "is read-only" + others + ": the classes are as they were;"
                    + " make it writable, or have the result written to another directory"));
        }
    }

    private boolean write(Outcome outcome) {
        try {
            writeAll(outcome);
            return true;
        } catch (IOException refused) {
            problems.add(new Problem(outcome.file().place(), "cannot be written, the class is as it was: " + Failure.text(refused)));
            return false;
        }
    }

    /** Writes the machines and then the class that needs them. If that fails the class is as it was, and new machines are gone. */
    private static void writeAll(Outcome outcome) throws IOException {
        List<Path> fresh = new ArrayList<>();
        Place place = outcome.file().place();
        try {
            for (Map.Entry<String, byte[]> machine : outcome.result().machines().entrySet()) {
                Path target = place.sibling(machine.getKey()).file();
                if (!Files.exists(target)) {
                    fresh.add(target);
                }
                AtomicFile.write(target, machine.getValue());
            }
            AtomicFile.write(place.file(), outcome.result().classFile());
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

    private void delete(List<Place> stale) {
        for (Place machine : stale) {
            try {
                Files.deleteIfExists(machine.file());
            } catch (IOException refused) {
                problems.add(new Problem(machine, "is no longer used and cannot be deleted: " + Failure.text(refused)));
            }
        }
    }
}
