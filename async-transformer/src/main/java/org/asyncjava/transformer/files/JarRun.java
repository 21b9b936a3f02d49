package org.asyncjava.transformer.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asyncjava.transformer.TransformerOptions;

/**
 * One pass over a jar, its versions for newer Java releases included.
 *
 * <p>The jar is written as a whole or, if anything is wrong with it, not at all. Entries keep their order, their times and their compression; machines come
 * last. A signed jar is refused.
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
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            Report report = transform(workers, packed);
            if (!report.hasErrors()) {
                write(report.methods() > 0, packed);
            }
            return report;
        } catch (IOException refused) {
            return refused(refused);
        }
    }

    /** The jar is closed before it is replaced: Windows wants it so. */
    private Report transform(Workers workers, ByteArrayOutputStream packed) throws IOException {
        try (UnpackedJar unpacked = new UnpackedJar(jar)) {
            Report report = run(unpacked, workers);
            if (report.methods() > 0) {
                unpacked.pack(packed);
            }
            return report;
        }
    }

    /**
     * Finds out what {@link #transform} would report. Writes nothing but temporary files.
     *
     * @param workers who does it
     * @return what would be done and what is wrong
     */
    public Report check(Workers workers) {
        try (UnpackedJar unpacked = new UnpackedJar(jar)) {
            return run(unpacked, workers);
        } catch (IOException refused) {
            return refused(refused);
        }
    }

    private Report run(UnpackedJar unpacked, Workers workers) {
        List<Report> reports = new ArrayList<>();
        for (Layout root : unpacked.roots()) {
            Report report = new TransformerRun(List.of(unpacked.directory(root)), seenFrom(root, unpacked), options).transform(workers);
            reports.add(report.withFiles(file -> Path.of(jar + "!", unpacked.entryName(root, file))));
        }
        return Report.of(reports, options.levels());
    }

    /** The classes of a version see those of older ones and those without version. */
    private List<Path> seenFrom(Layout root, UnpackedJar unpacked) {
        List<Path> seen = new ArrayList<>(List.of(unpacked.directory(root)));
        unpacked.roots().stream().filter(other -> other.release() <= root.release())
                .sorted(Comparator.comparing(Layout::release).reversed()).map(unpacked::directory).forEach(seen::add);
        seen.addAll(classPath);
        return seen;
    }

    private void write(boolean changed, ByteArrayOutputStream packed) throws IOException {
        if (changed) {
            AtomicFile.write(target, packed.toByteArray());
        } else if (!target.equals(jar)) {
            AtomicFile.write(target, Files.readAllBytes(jar));
        }
    }

    private Report refused(IOException reason) {
        String message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        return Report.failed(new Problem(jar, "is as it was: " + message), options.levels());
    }
}
