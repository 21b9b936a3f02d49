package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.asyncjava.rules.Findings;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;

/**
 * One pass over directories of class files.
 *
 * <p>All classes are read and transformed before the first file is written. A class with an error stays as it is; the others are
 * written all the same. A class that is transformed already is not touched. Not to be run twice at a time over the same directory.
 *
 * @param directories where the classes are
 * @param classPath directories and jars of the classes that they use; the directories themselves need not be among them
 * @param options how to transform
 */
public record TransformerRun(List<Path> directories, List<Path> classPath, TransformerOptions options) {
    /** Makes a run; lists are copied. */
    public TransformerRun {
        directories = List.copyOf(directories);
        classPath = List.copyOf(classPath);
    }

    /**
     * Transforms the classes in their place and deletes machines that no class uses any more.
     *
     * @return what was done and what was wrong
     */
    public Report transform() {
        return transform(Workers.caller());
    }

    /**
     * Transforms as {@link #transform()} does, with several threads.
     *
     * @param workers who does it
     * @return what was done and what was wrong; the same whoever does it
     */
    public Report transform(Workers workers) {
        return run(workers, TransformerRun::write);
    }

    /**
     * Finds out what {@link #transform} would report. Writes nothing.
     *
     * @return what would be done and what is wrong
     */
    public Report check() {
        return check(Workers.caller());
    }

    /**
     * Checks as {@link #check()} does, with several threads.
     *
     * @param workers who does it
     * @return what would be done and what is wrong
     */
    public Report check(Workers workers) {
        return run(workers, (outcomes, problems) -> outcomes);
    }

    /** What to do with the outcomes. Returns those that were carried out; adds what went wrong to the problems. */
    private interface Ending {
        List<Outcome> carryOut(List<Outcome> outcomes, List<Problem> problems);
    }

    private Report run(Workers workers, Ending ending) {
        long start = System.nanoTime();
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
        List<Outcome> outcomes = new ArrayList<>();
        List<Outcome> done = List.of();
        List<Path> everything = new ArrayList<>(directories);
        everything.addAll(classPath);
        try (ClassPath classes = ClassPath.of(everything)) {
            AsyncTransformer transformer = new AsyncTransformer(classes, options);
            for (Path directory : directories) {
                List<Path> files = ClassFiles.below(directory, problems);
                workers.forEach(files, file -> outcome(file, transformer, problems)).forEach(outcome -> outcome.ifPresent(outcomes::add));
            }
            List<Problem> unmet = RuntimeRequirement.unmet(outcomes, classes, everything);
            problems.addAll(unmet);
            done = unmet.isEmpty() ? ending.carryOut(outcomes, problems) : List.of();
        } catch (TransformationException unusable) {
            problems.add(new Problem(directories.isEmpty() ? Path.of("") : directories.get(0), unusable.getMessage()));
        }
        List<Violation> violations = outcomes.stream().flatMap(outcome -> outcome.result().violations().stream()).toList();
        return report(done, problems, Findings.of(violations, options.levels()), Duration.ofNanos(System.nanoTime() - start));
    }

    static Optional<Outcome> outcome(Path path, AsyncTransformer transformer, List<Problem> problems) {
        try {
            ClassFile file = new ClassFile(path, Files.readAllBytes(path));
            return Optional.of(new Outcome(file, transformer.transform(file.bytes())));
        } catch (TransformationException refused) {
            problems.add(new Problem(path, refused.getMessage()));
        } catch (IOException unreadable) {
            problems.add(new Problem(path, "cannot be read: " + unreadable));
        }
        return Optional.empty();
    }

    static List<Outcome> write(List<Outcome> outcomes, List<Problem> problems) {
        List<Outcome> written = outcomes.stream().filter(Outcome::isChanged).filter(outcome -> write(outcome, problems)).toList();
        for (Path stale : StaleMachines.of(outcomes)) {
            try {
                Files.deleteIfExists(stale);
            } catch (IOException refused) {
                problems.add(new Problem(stale, "is no longer used and cannot be deleted: " + refused));
            }
        }
        return written;
    }

    private static boolean write(Outcome outcome, List<Problem> problems) {
        try {
            outcome.write();
            return true;
        } catch (IOException refused) {
            problems.add(new Problem(outcome.file().path(), "cannot be written, the class is as it was: " + refused));
            return false;
        }
    }

    static Report report(List<Outcome> done, List<Problem> problems, Findings findings, Duration time) {
        int methods = done.stream().mapToInt(outcome -> outcome.result().methods()).sum();
        int classes = (int) done.stream().filter(outcome -> outcome.result().methods() > 0).count();
        return new Report(methods, classes, time, problems, findings);
    }
}
