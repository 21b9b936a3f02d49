package org.asyncjava.maven;

import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Transforms the {@code @Async} methods of the project's compiled test classes, in place. */
@Mojo(name = "transform-test", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class TransformTestMojo extends AbstractTransformMojo {
    @Override
    String directory(MavenProject of) {
        return of.getBuild().getTestOutputDirectory();
    }

    @Override
    Stream<String> classPath(MavenProject of) throws DependencyResolutionRequiredException {
        return of.getTestClasspathElements().stream();
    }
}
