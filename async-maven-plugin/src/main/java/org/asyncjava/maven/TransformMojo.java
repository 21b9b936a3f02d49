package org.asyncjava.maven;

import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Levels;
import org.asyncjava.transformer.TransformerOptions;

/** Transforms the {@code @Async} methods of the project's compiled classes, in place. */
@Mojo(name = "transform", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class TransformMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Leaves all classes as they are. */
    @Parameter(property = "async.skip", defaultValue = "false")
    private boolean skip;

    /** Verifies generated classes as the JVM would. */
    @Parameter(property = "async.verify", defaultValue = "false")
    private boolean verify;

    /** Keeps all local variables in scope across an await, not only those that are still used: for debugging. */
    @Parameter(property = "async.keepLocals", defaultValue = "false")
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
        try {
            Stream<String> classPath = Stream.concat(
                    project.getCompileClasspathElements().stream(), project.getRuntimeClasspathElements().stream());
            new TransformGoal(getLog(), options).run(project.getBuild().getOutputDirectory(), classPath);
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("async: the class path of the project is not resolved", unresolved);
        }
    }
}
