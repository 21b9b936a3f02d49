package org.asyncjava.maven;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Levels;
import org.codehaus.plexus.build.BuildContext;

/** Checks the project's sources before they are compiled, also those that do not compile. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class CheckMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Component
    private BuildContext buildContext;

    @Component
    private org.sonatype.plexus.build.incremental.BuildContext legacyBuildContext;

    /** Checks nothing. */
    @Parameter(property = "asyncjava.skip", defaultValue = "false")
    private boolean skip;

    /** Encoding of the sources. */
    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private String encoding;

    /** Levels of rules, as in {@code <rules><AJ103>error</AJ103></rules>}: error, warning or off. Errors (AJ0..) cannot be lowered. */
    @Parameter
    private Map<String, String> rules = new TreeMap<>();

    /** Annotations that last as long as a call, for AJ107, beside those that it knows: full names, separated by commas; with a minus in front, not. */
    @Parameter(property = "asyncjava.annotations")
    private String annotations;

    /** File in which is remembered what need not be checked again. */
    @Parameter(defaultValue = "${project.build.directory}/async-java/checked.txt", required = true)
    private File memory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("async: skipped");
            return;
        }
        List<Path> roots = new ArrayList<>();
        Stream.concat(project.getCompileSourceRoots().stream(), project.getTestCompileSourceRoots().stream())
                .forEach(root -> roots.add(Path.of(root)));
        List<Path> classPath = classPath();
        Markers markers = Markers.of(getLog(), buildContext, legacyBuildContext);
        new CheckGoal(markers, levels(), known(), memory.toPath(), circumstances(classPath), System::nanoTime).run(roots, charset(), classPath);
    }

    private Charset charset() throws MojoExecutionException {
        try {
            return encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            throw new MojoExecutionException("async: there is no encoding \"" + encoding + "\"", unknown);
        }
    }

    /** The project's own classes come from the sources, whose changes are seen anyway. */
    private String circumstances(List<Path> classPath) {
        Set<Path> own = Set.of(Path.of(project.getBuild().getOutputDirectory()), Path.of(project.getBuild().getTestOutputDirectory()));
        return plugin.getVersion() + " " + ClassPathStamp.of(classPath.stream().filter(entry -> !own.contains(entry)).toList());
    }

    private List<Path> classPath() throws MojoExecutionException {
        try {
            return project.getTestClasspathElements().stream().map(Path::of).toList();
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("async: the class path of the project is not resolved", unresolved);
        }
    }

    private CallAnnotations known() throws MojoExecutionException {
        try {
            return annotations == null ? CallAnnotations.known() : CallAnnotations.known().with(annotations);
        } catch (IllegalArgumentException impossible) {
            throw new MojoExecutionException("async: <annotations>" + annotations + "</annotations> " + impossible.getMessage(), impossible);
        }
    }

    private Levels levels() throws MojoExecutionException {
        Levels levels = Levels.defaults();
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            String level = rule.getValue() == null ? "" : rule.getValue();
            try {
                levels = levels.with(rule.getKey(), level);
            } catch (IllegalArgumentException impossible) {
                throw new MojoExecutionException("async: <%1$s>%2$s</%1$s> %3$s".formatted(rule.getKey(), level, impossible.getMessage()));
            }
        }
        return levels;
    }
}
