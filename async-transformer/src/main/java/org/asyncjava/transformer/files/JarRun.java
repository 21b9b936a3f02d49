package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.FileFailure;
import org.asyncjava.transformer.read.TransformationException;

/**
 * One pass over a jar, its versions for newer Java releases included.
 *
 * <p>The jar is written as a whole or, if anything is wrong with it, not at all. Entries keep their order, their times, their comments and their
 * compression; machines come last. A signed jar is refused. Besides the classes with async methods nothing is held in memory, so a jar may be larger
 * than that.
 *
 * @param jar the jar
 * @param target where the result goes; the jar itself to replace it
 * @param classPath directories and jars of the classes that it uses
 * @param options how to transform
 */
public record JarRun(Path jar, Path target, List<Path> classPath, TransformerOptions options) {
    /** Makes a run; the list is copied. */
    public JarRun {
        classPath = List.copyOf(classPath);
    }

    /**
     * Transforms the jar.
     *
     * @param workers who does it
     * @return what was done and what was wrong
     */
    public Report transform(Workers workers) {
        try (FreshFile fresh = FreshFile.beside(target)) {
            Report report = transform(workers, fresh);
            if (fresh.isWritten()) {
                fresh.replaceTarget();
            }
            return report;
        } catch (IOException refused) {
            return refused(FileFailure.text(refused));
        }
    }

    /** The jar is closed before it is replaced: Windows wants it so. */
    private Report transform(Workers workers, FreshFile fresh) throws IOException {
        try (OpenJar open = new OpenJar(jar)) {
            long start = System.nanoTime();
            Batch batch = batch(open, workers);
            if (!batch.hasErrors(options.levels())) {
                write(open, JarChanges.of(batch.outcomes()), fresh);
            }
            return report(batch, start);
        }
    }

    private void write(OpenJar open, JarChanges changes, FreshFile fresh) throws IOException {
        if (changes.isEmpty() && target.equals(jar)) {
            return;
        }
        try (OutputStream out = fresh.open()) {
            if (changes.isEmpty()) {
                Files.copy(jar, out);
            } else {
                changes.apply(open, out);
            }
        }
    }

    /**
     * Finds out what {@link #transform} would report. Writes nothing.
     *
     * @param workers who does it
     * @return what would be done and what is wrong
     */
    public Report check(Workers workers) {
        try (OpenJar open = new OpenJar(jar)) {
            long start = System.nanoTime();
            return report(batch(open, workers), start);
        } catch (IOException refused) {
            return refused(FileFailure.text(refused));
        }
    }

    /** The classes of each root see another class path. */
    private Batch batch(OpenJar open, Workers workers) {
        Batch all = new Batch(new ArrayList<>(), new ArrayList<>());
        for (PackageRoot root : open.roots()) {
            try (ClassPath classes = ClassPath.of(open.seenFrom(root), classPath)) {
                AsyncTransformer transformer = new AsyncTransformer(classes, options);
                Batch batch = Batch.of(ClassSource.withWork(open.classes(root), transformer), transformer, workers,
                        Spool.inMemory(), (name, location) -> open.inAnyRoot(name).or(() -> classes.classFile(name)));
                all.add(batch);
                all.problems().addAll(RuntimeRequirement.unmet(batch.outcomes(), classes, classPath));
            } catch (TransformationException unusable) {
                all.problems().add(new Problem(jar, unusable.getMessage()));
            }
        }
        return all;
    }

    private Report report(Batch batch, long start) {
        boolean refused = batch.hasErrors(options.levels());
        return TransformerRun.report(refused ? List.of() : batch.outcomes(), batch.problems(), batch.findings(options.levels()),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Report refused(String reason) {
        return Report.failed(new Problem(jar, "is as it was: " + reason), options.levels());
    }
}
