package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        return run(workers, (outcomes, problems) -> Writing.of(outcomes, problems, workers));
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
        List<TransformedFile> carryOut(List<TransformedFile> outcomes, List<Problem> problems);
    }

    private Report run(Workers workers, Ending ending) {
        long start = System.nanoTime();
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        List<TransformedFile> done = List.of();
        List<Path> everything = new ArrayList<>(directories);
        everything.addAll(classPath);
        try (ClassPath classes = ClassPath.of(everything); Spool spool = Spool.withOverflow()) {
            AsyncTransformer transformer = new AsyncTransformer(classes, options);
            for (Path directory : directories) {
                FileTree tree = FileTree.below(directory, ClassFile.EXTENSION);
                batch.problems().addAll(tree.problems());
                batch.add(Batch.of(ClassSource.of(tree, directory), transformer, workers, spool, TakenNames.Classes.of(classes)));
            }
            List<Problem> unmet = RuntimeRequirement.unmet(batch.outcomes(), classes, everything);
            batch.problems().addAll(unmet);
            done = unmet.isEmpty() ? ending.carryOut(batch.outcomes(), batch.problems()) : List.of();
        } catch (TransformationException unusable) {
            batch.problems().add(new Problem(directories.isEmpty() ? Path.of("") : directories.get(0), unusable.getMessage()));
        }
        return report(done, batch.problems(), batch.findings(options.levels()), Duration.ofNanos(System.nanoTime() - start));
    }

    static Report report(List<TransformedFile> done, List<Problem> problems, ClassFindings findings, Duration time) {
        int methods = 0;
        int classes = 0;
        for (TransformedFile outcome : done) {
            methods += outcome.result().methods();
            classes += outcome.result().methods() > 0 ? 1 : 0;
        }
        return new Report(methods, classes, time, problems, findings);
    }
}
