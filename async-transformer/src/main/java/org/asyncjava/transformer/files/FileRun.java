package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;

/**
 * One pass over single class files, for a caller that knows what it wrote: a compiler. Like {@link TransformerRun} in all else, but what
 * the classes' module reads is the caller's to check.
 *
 * @param classFiles the files; to find machines that are no longer used, all files of a class with its nested ones
 * @param classPath where other classes are found, those in the files included; closed by the caller
 * @param options how to transform
 */
public record FileRun(List<Path> classFiles, ClassPath classPath, TransformerOptions options) {
    /** Makes a run; the list is copied. */
    public FileRun {
        classFiles = List.copyOf(classFiles);
    }

    /**
     * Transforms the classes in their place and deletes those machines among the files that no class uses any more.
     *
     * @param workers who does it; the class path is asked by all of them
     * @return what was done and what was wrong
     */
    public Report transform(Workers workers) {
        long start = System.nanoTime();
        Batch batch = Batch.of(ClassSource.ofFiles(classFiles), new AsyncTransformer(classPath, options), workers,
                Spool.inMemory(), TakenNames.Classes.besideTheirOwners());
        List<Problem> unfit = RuntimeRequirement.unfit(batch.outcomes(), classPath);
        batch.problems().addAll(unfit);
        List<TransformedFile> done = unfit.isEmpty() ? Writing.of(batch.outcomes(), batch.problems(), workers) : List.of();
        return TransformerRun.report(done, batch.problems(), batch.findings(options.levels()), Duration.ofNanos(System.nanoTime() - start));
    }
}
