package org.asyncjava.lsp.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.asyncjava.compiler.source.ReadableClasses;

/** The folders that somebody works on. For one thread. */
public final class Project {
    private static final Set<String> DESCRIPTIONS = Set.of("pom.xml", Settings.FILE);

    private final List<Path> roots;
    private final Path memory;
    private Settings settings;
    /** One for each folder that Maven builds, as they were when the descriptions were read; none if the settings name a class path. */
    private List<MavenClassPath> mavens;
    private ReadableClasses classes;
    private Thread maven;

    /**
     * Looks at the folders.
     *
     * @param roots the folders
     * @param memory folder for class paths that were learned
     */
    public Project(List<Path> roots, Path memory) {
        this.roots = List.copyOf(roots);
        this.memory = memory;
        readAgain();
    }

    /** The folder's description has changed. */
    public void readAgain() {
        if (maven != null) {
            maven.interrupt();
        }
        settings = Settings.of(roots.isEmpty() ? Path.of("") : roots.get(0));
        mavens = settings.classPath().isPresent() ? List.of() : mavens();
        use(settings.classPath().orElseGet(() -> mavens.stream().flatMap(known -> known.remembered().stream()).flatMap(List::stream).toList()));
    }

    /**
     * What the project says of itself.
     *
     * @return the settings of the first folder
     */
    public Settings settings() {
        return settings;
    }

    /**
     * The classes that the sources use, as far as they are known.
     *
     * @return they are closed when others take their place
     */
    public ReadableClasses classes() {
        return classes;
    }

    /**
     * Takes another class path.
     *
     * @param entries jars and directories
     * @return its classes
     */
    public ReadableClasses use(List<Path> entries) {
        ReadableClasses before = classes;
        classes = ReadableClasses.of(entries);
        if (before != null) {
            before.close();
        }
        return classes;
    }

    /**
     * All sources.
     *
     * @return files
     */
    public Set<Path> files() {
        return SourceFiles.below(roots);
    }

    /**
     * Those of some files that are sources of the project; if one is a folder, or was one, all that is in it.
     *
     * @param files any
     * @return sources, of which some may not be there any more
     */
    public Set<Path> sourcesAmong(Collection<Path> files) {
        Set<Path> sources = new TreeSet<>();
        for (Path file : files) {
            if (file.toString().endsWith(".java")) {
                sources.add(file);
            } else if (Files.isDirectory(file)) {
                sources.addAll(SourceFiles.below(List.of(file)));
            }
        }
        return sources;
    }

    /**
     * Tells whether a file says what the project consists of.
     *
     * @param file any file
     * @return true of a description of Maven, and of the settings
     */
    public static boolean isDescription(Path file) {
        return DESCRIPTIONS.contains(file.getFileName().toString());
    }

    private List<MavenClassPath> mavens() {
        List<MavenClassPath> found = new ArrayList<>();
        for (Path root : roots) {
            if (Files.exists(root.resolve("pom.xml"))) {
                found.add(new MavenClassPath(root, SourceFiles.pomsBelow(List.of(root)), memory, command()));
            }
        }
        return found;
    }

    private static List<String> command() {
        boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return isWindows ? List.of("cmd", "/c", "mvn") : List.of("mvn");
    }

    /**
     * Asks Maven in a thread of its own, if the settings name no class path and it has not been asked before.
     *
     * @param told called by that thread with what all folders use
     */
    public void askMaven(Consumer<MavenClassPath.Answer> told) {
        List<MavenClassPath> all = mavens;
        if (all.stream().allMatch(one -> one.remembered().isPresent())) {
            return;
        }
        maven = new Thread(() -> ask(all, told), "async-java maven");
        maven.setDaemon(true);
        maven.start();
    }

    private static void ask(List<MavenClassPath> all, Consumer<MavenClassPath.Answer> told) {
        List<Path> entries = new ArrayList<>();
        Optional<String> complaint = Optional.empty();
        try {
            for (MavenClassPath one : all) {
                MavenClassPath.Answer answer = one.ask();
                entries.addAll(answer.entries());
                complaint = complaint.or(answer::complaint);
            }
            told.accept(new MavenClassPath.Answer(entries, complaint));
        } catch (InterruptedException asksAgain) {
            // The descriptions have changed: another thread asks.
        }
    }
}
