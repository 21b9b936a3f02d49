package org.asyncjava.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Levels;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.dump.Dump;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;
import org.asyncjava.transformer.files.Workers;

/** What the goals that transform have in common: a run over one directory of classes, and its report as Maven's users expect it. */
abstract class AbstractTransformMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Leaves all classes as they are. */
    @Parameter(property = "asyncjava.skip", defaultValue = "false")
    private boolean skip;

    /** Verifies generated classes as the JVM would. */
    @Parameter(property = "asyncjava.verify", defaultValue = "false")
    private boolean verify;

    /** Keeps all local variables in scope across an await, not only those that are still used: for debugging. */
    @Parameter(property = "asyncjava.keepLocals", defaultValue = "false")
    private boolean keepLocals;

    /** Directory for readable listings of what is generated; none are written if it is not set. */
    @Parameter(property = "asyncjava.dump")
    private File dump;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("async: skipped");
            return;
        }
        TransformerOptions options = new TransformerOptions(
                keepLocals, Optional.ofNullable(dump).map(File::toPath), verify, Levels.errorsOnly(), CallAnnotations.known());
        Optional<String> unwritable = options.dump().flatMap(Dump::objection);
        if (unwritable.isPresent()) {
            throw new MojoFailureException("async: the dump cannot be written: " + unwritable.get());
        }
        try {
            transform(directory(project), classPath(project).distinct().map(Path::of).toList(), options);
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("async: the class path of the project is not resolved", unresolved);
        }
    }

    private void transform(String directory, List<Path> classPath, TransformerOptions options) throws MojoFailureException {
        Report report = new TransformerRun(List.of(Path.of(directory)), classPath, options).transform(Workers.perProcessor());
        report.errors().forEach(getLog()::error);
        report.warnings().forEach(getLog()::warn);
        getLog().info(report.summary());
        if (report.hasErrors()) {
            throw new MojoFailureException("async: " + report.errorCount() + " in " + directory + ", see above");
        }
    }

    /** The classes to transform; nothing is done if there is no such directory. */
    abstract String directory(MavenProject of);

    /** Directories and jars that the classes use; what is named twice counts once. */
    abstract Stream<String> classPath(MavenProject of) throws DependencyResolutionRequiredException;
}
