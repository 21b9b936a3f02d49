package org.asyncjava.maven;

import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Transforms the {@code @Async} methods of the project's compiled classes, in place. */
@Mojo(name = "transform", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class TransformMojo extends AbstractTransformMojo {
    @Override
    String directory(MavenProject of) {
        return of.getBuild().getOutputDirectory();
    }

    @Override
    Stream<String> classPath(MavenProject of) throws DependencyResolutionRequiredException {
        return Stream.concat(of.getCompileClasspathElements().stream(), of.getRuntimeClasspathElements().stream());
    }
}
