package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An Eclipse as people have it: laid out by its own installer, p2, which looks into the folder {@code dropins} at each start.
 *
 * @param directory has the folder {@code eclipse} and all that is written
 */
record InstalledEclipse(Path directory) {
    private static final Path BUNDLES = Path.of("..", "editors", "eclipse", "ide", "target", "bundles").toAbsolutePath().normalize();
    /** Bundles that start with the framework, and when. */
    private static final Map<String, Integer> FIRST = Map.of("org.eclipse.equinox.simpleconfigurator", 1, "org.apache.felix.scr", 2,
            "org.eclipse.equinox.common", 2, "org.eclipse.equinox.event", 2, "org.eclipse.core.runtime", 4, "org.eclipse.equinox.p2.reconciler.dropins", 4);

    /** Installs it. */
    static InstalledEclipse in(Path directory) throws IOException {
        InstalledEclipse eclipse = new InstalledEclipse(directory);
        Path plugins = Files.createDirectories(directory.resolve("bundles").resolve("plugins"));
        for (Path bundle : bundles()) {
            String name = bundle.getFileName().toString();
            if (!name.matches("(batik|xml|commons-jxpath|ant).*")) {
                Files.copy(bundle, plugins.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        // In Maven Central these are no bundles, or ask for packages that nobody needs here.
        EclipseBundle.ofLibraries(bundles("(batik|xml).*"), plugins.resolve("org.apache.batik.css.jar"), "org.apache.batik.css", "1.3.0");
        EclipseBundle.ofLibraries(bundles("commons-jxpath.*"), plugins.resolve("org.apache.commons.jxpath.jar"), "org.apache.commons.jxpath", "1.3.0");
        EclipseBundle.ofLibraries(bundles("ant.*"), plugins.resolve("org.apache.ant.jar"), "org.apache.ant", "1.10.14");
        eclipse.install(plugins);
        return eclipse;
    }

    /** What it is made of. */
    static List<Path> bundles() throws IOException {
        return bundles(".*");
    }

    private static List<Path> bundles(String names) throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.getFileName().toString().matches(names)).sorted().toList();
        }
    }

    /** Describes the bundles, and a product that is made of them, for p2, and lets it install the product where the bundles have already been put. */
    private void install(Path plugins) throws IOException {
        Path product = directory.resolve("ide.product");
        Files.writeString(product, product(plugins));
        framework(plugins);
        String repository = directory.resolve("eclipse").toUri().toString();
        List<String> both = List.of("-metadataRepository", repository, "-artifactRepository", repository, "-publishArtifacts");
        application("org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher", both, "-source", plugins.getParent().toString());
        application("org.eclipse.equinox.p2.publisher.ProductPublisher", both, "-append", "-productFile", product.toString(), "-flavor", "tooling",
                "-configs", "gtk.linux.x86_64");
        application("org.eclipse.equinox.p2.director", List.of("-repository", repository), "-installIU", "ide", "-profile", "IDE", "-destination",
                directory.resolve("eclipse").toString(), "-p2.os", "linux", "-p2.ws", "gtk", "-p2.arch", "x86_64");
    }

    private static String product(Path plugins) throws IOException {
        StringBuilder product = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><?pde version=\"3.5\"?>\n<product name=\"Eclipse\" uid=\"ide\" version=\"1.0.0\""
                + " application=\"org.eclipse.ui.ide.workbench\" useFeatures=\"false\" includeLaunchers=\"false\">\n<plugins>\n");
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path file : files.sorted().toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    product.append("<plugin id=\"").append(jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName").split(";")[0].strip()).append("\"/>\n");
                }
            }
        }
        product.append("</plugins><configurations>\n");
        FIRST.forEach((name, level) -> product.append("<plugin id=\"").append(name).append("\" autoStart=\"true\" startLevel=\"").append(level).append("\"/>\n"));
        return product.append("</configurations></product>\n").toString();
    }

    /** What installs: the same bundles in a framework that needs no installing. */
    private void framework(Path plugins) throws IOException {
        List<String> started = new ArrayList<>();
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replaceAll("-\\d.*", "");
                if (!name.equals("org.eclipse.osgi") && !name.equals("org.eclipse.equinox.launcher")) {
                    started.add("reference:" + file.toUri() + (FIRST.containsKey(name) && !name.contains("p2") ? "@1:start" : ""));
                }
            }
        }
        Files.writeString(Files.createDirectories(directory.resolve("framework")).resolve("config.ini"), "osgi.bundles=" + String.join(",", started)
                + "\nosgi.bundles.defaultStartLevel=4\nosgi.framework=" + named(plugins, "org.eclipse.osgi-").toUri() + "\n");
    }

    private void application(String name, List<String> more, String... others) throws IOException {
        Path plugins = directory.resolve("bundles").resolve("plugins");
        List<String> command = java(named(plugins, "org.eclipse.equinox.launcher-"), "-install", directory.resolve("bundles").toString(),
                "-configuration", directory.resolve("framework").toString(), "-application", name);
        command.addAll(more);
        command.addAll(List.of(others));
        ChildProcess done = ChildProcess.run(command, Map.of());
        assertThat(done.exit()).as(String.join("\n", done.out()) + "\n" + String.join("\n", done.err())).isZero();
    }

    private List<String> java(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Duser.home=" + directory, "-jar", launcher.toString(), "-nosplash", "-consoleLog", "-nl", "en"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path named(Path plugins, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).findFirst().orElseThrow();
        }
    }

    /** Puts a jar into the folder {@code dropins}. */
    void dropIn(Path jar) throws IOException {
        Files.copy(jar, Files.createDirectories(directory.resolve("eclipse").resolve("dropins")).resolve(jar.getFileName()));
    }

    /**
     * Opens its window, on a display that nobody sees.
     *
     * @param properties of the system, for programs that were dropped in
     * @return the lines that begin with {@code @}, without that
     */
    List<String> open(Map<String, String> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of("xvfb-run", "-a", "-s", "-screen 0 1080x760x24"));
        command.addAll(java(named(directory.resolve("eclipse").resolve("plugins"), "org.eclipse.equinox.launcher_"), "-install",
                directory.resolve("eclipse").toString(), "-data", directory.resolve("workspace").toString()));
        command.addAll(command.indexOf("-jar"), properties.entrySet().stream().map(property -> "-D" + property.getKey() + "=" + property.getValue()).toList());
        ChildProcess done = ChildProcess.run(command, Map.of("GDK_BACKEND", "x11", "NO_AT_BRIDGE", "1"));
        String all = Stream.concat(done.out().stream(), done.err().stream()).collect(Collectors.joining("\n"));
        List<String> said = done.out().stream().filter(line -> line.startsWith("@ ")).map(line -> line.substring(2)).toList();
        assertThat(said).as(all).isNotEmpty();
        return said;
    }
}
