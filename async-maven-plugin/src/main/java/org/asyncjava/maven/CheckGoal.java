package org.asyncjava.maven;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.asyncjava.compiler.source.IncrementalCheck;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.asyncjava.compiler.source.SourceText;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Findings;
import org.asyncjava.rules.Levels;
import org.asyncjava.transformer.files.FileTree;
import org.asyncjava.transformer.files.FoundFile;

/**
 * The check of source directories and its report as Maven's users expect it.
 *
 * @param markers where what is wrong is shown
 * @param levels how serious each rule is taken
 * @param annotations those that last as long as a call
 * @param memory file in which is remembered what need not be checked again
 * @param circumstances what else than the sources and their encoding the result depends on, such as the version of the plugin
 * @param clock nanoseconds
 */
record CheckGoal(Markers markers, Levels levels, CallAnnotations annotations, Path memory, String circumstances, LongSupplier clock) {
    /**
     * Checks.
     *
     * @param roots source directories; those that do not exist are passed over
     * @param encoding of the sources
     * @param classPath what the sources use
     * @throws MojoFailureException if a rule is broken that is an error; all have been shown
     */
    void run(List<Path> roots, Charset encoding, List<Path> classPath) throws MojoFailureException, MojoExecutionException {
        long start = clock.getAsLong();
        List<FoundFile> files = new ArrayList<>();
        for (Path root : roots) {
            files.addAll(sources(root));
        }
        SourceReport report;
        try (ReadableClasses classes = ReadableClasses.of(classPath)) {
            CheckProgress progress = new CheckProgress(markers.log(), files.size(), clock);
            SourceCheck check = new SourceCheck(SourceText.in(encoding), List.of(classes), progress::advance, annotations);
            report = new IncrementalCheck(check, memory, circumstances + " " + encoding + " " + annotations.names().hashCode()).check(files);
        }
        int errors = show(report);
        long millis = (clock.getAsLong() - start) / 1_000_000;
        markers.log().info("async: " + report.checked().size() + " of " + files.size() + " source files checked in " + millis + " ms");
        if (errors > 0) {
            throw new MojoFailureException("async: " + (errors == 1 ? "1 error" : errors + " errors") + " in the sources, see above");
        }
    }

    private int show(SourceReport report) {
        report.checked().forEach(markers::clear);
        report.remarks().forEach(markers::remark);
        int errors = 0;
        for (Path file : report.violations().keySet()) {
            Findings findings = Findings.of(report.violations().get(file), levels);
            findings.violations().forEach(violation -> markers.show(file, violation, levels.of(violation.rule())));
            errors += findings.errors().size();
        }
        return errors;
    }

    private static List<FoundFile> sources(Path root) throws MojoExecutionException {
        FileTree tree = FileTree.below(root, ".java");
        if (!tree.problems().isEmpty()) {
            throw new MojoExecutionException("async: " + tree.problems().get(0).text());
        }
        List<FoundFile> sources = new ArrayList<>(tree.files().size());
        for (FoundFile file : tree.files()) {
            if (file.attributes().isRegularFile()) {
                sources.add(file);
            }
        }
        return sources;
    }
}
