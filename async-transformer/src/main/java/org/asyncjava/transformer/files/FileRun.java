package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.rules.Findings;
import org.asyncjava.rules.Violation;
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
     * @return what was done and what was wrong
     */
    public Report transform() {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        AsyncTransformer transformer = new AsyncTransformer(classPath, options);
        classFiles.forEach(file -> TransformerRun.outcome(file, transformer, problems).ifPresent(outcomes::add));
        List<Problem> unfit = RuntimeRequirement.unfit(outcomes, classPath);
        problems.addAll(unfit);
        List<Outcome> done = unfit.isEmpty() ? TransformerRun.write(outcomes, problems) : List.of();
        List<Violation> violations = outcomes.stream().flatMap(outcome -> outcome.result().violations().stream()).toList();
        return TransformerRun.report(done, problems, Findings.of(violations, options.levels()),
                Duration.ofNanos(System.nanoTime() - start));
    }
}
