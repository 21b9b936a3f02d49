package org.asyncjava.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.dump.Dump;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;
import org.asyncjava.transformer.files.Workers;

/**
 * What the goals have in common: a run over one directory of classes, and its report as Maven's users expect it.
 *
 * @param log where the report goes
 * @param options how to transform
 */
record TransformGoal(Log log, TransformerOptions options) {
    /**
     * Transforms.
     *
     * @param directory the classes; nothing is done if it does not exist
     * @param classPath directories and jars that the classes use; what is named twice counts once
     * @throws MojoFailureException if anything was wrong; what was found in classes has been logged
     */
    void run(String directory, Stream<String> classPath) throws MojoFailureException {
        Optional<String> unwritable = options.dump().flatMap(Dump::objection);
        if (unwritable.isPresent()) {
            throw new MojoFailureException("async: the dump cannot be written: " + unwritable.get());
        }
        List<Path> entries = classPath.distinct().map(Path::of).toList();
        Report report = new TransformerRun(List.of(Path.of(directory)), entries, options).transform(Workers.perProcessor());
        report.errors().forEach(log::error);
        report.warnings().forEach(log::warn);
        log.info(report.summary());
        if (report.hasErrors()) {
            throw new MojoFailureException("async: " + report.errorCount() + " in " + directory + ", see above");
        }
    }
}
