package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Eclipse without its windows, in a process of its own: a workspace in which the programs of {@code src/test/jars/eclipse} do something. */
record HeadlessEclipse(Path directory) {
    static final Path CORPUS = Path.of("..", "async-transformer", "src", "test", "rules").toAbsolutePath().normalize();

    private static final Path BUNDLES = Path.of("target", "eclipse").toAbsolutePath();
    private static final String FIRST = "org.apache.felix.scr org.eclipse.equinox.common org.eclipse.core.runtime org.eclipse.equinox.app"
            + " org.eclipse.equinox.registry org.eclipse.core.contenttype";

    private List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.sorted().toList();
        }
    }

    private Path configuration(List<Path> bundles) throws IOException {
        String list = bundles.stream().filter(bundle -> !bundle.getFileName().toString().startsWith("org.eclipse.osgi-"))
                .map(bundle -> "reference:" + bundle.toUri() + (isFirst(bundle) ? "@1:start" : "")).collect(Collectors.joining(","));
        Path configuration = Files.createDirectories(directory.resolve("configuration"));
        Files.writeString(configuration.resolve("config.ini"), "osgi.bundles=" + list.replace("\\", "\\\\") + "\nosgi.bundles.defaultStartLevel=4\n"
                + "eclipse.application=probe.probe\norg.osgi.framework.bootdelegation=*\norg.osgi.framework.bundle.parent=ext\n");
        return configuration;
    }

    private static boolean isFirst(Path bundle) {
        String name = bundle.getFileName().toString();
        return Stream.of(FIRST.split(" ")).anyMatch(first -> name.startsWith(first + "-"));
    }

    /**
     * Starts it.
     *
     * @param part what is to be done there
     * @param plugins bundles that are installed, too
     * @return the lines that begin with {@code @}, without that
     */
    List<String> run(String part, Path... plugins) throws IOException {
        List<Path> bundles = new ArrayList<>(bundles());
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Sources.compile("eclipse", classes, "-cp", path(bundles.toArray(Path[]::new)));
        Path probe = directory.resolve("probe.jar");
        EclipseBundle.of(classes, probe, "Bundle-SymbolicName: probe;singleton:=true\nBundle-Version: 1.0.0\nRequire-Bundle: org.eclipse.core.runtime,org.eclipse.core.resource\n"
                + " s,org.eclipse.jdt.core,org.eclipse.jdt.apt.core,org.eclipse.jdt.apt.pluggable\n .core,org.eclipse.equinox.app\n",
                "<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin><extension id=\"probe\" point=\"org.eclipse.core.runtime.applications\">"
                        + "<application><run class=\"probe.Probe\"/></application></extension></plugin>");
        bundles.addAll(List.of(plugins));
        Path ant = directory.resolve("ant.jar");
        EclipseBundle.of(Files.createDirectories(directory.resolve("nothing")), ant, "Bundle-SymbolicName: org.apache.ant\nBundle-Version: 1.10.0\n", "<plugin/>");
        bundles.addAll(List.of(probe, ant));
        Path osgi = bundles.stream().filter(bundle -> bundle.getFileName().toString().startsWith("org.eclipse.osgi-")).findFirst().orElseThrow();
        ChildJvm eclipse = ChildJvm.run(List.of("-Dprobe.classpath=" + path(Jars.ANNOTATIONS, Jars.RUNTIME), "-Dprobe.processor=" + Jars.COMPILER,
                "-Dprobe.part=" + part, "-Dprobe.corpus=" + CORPUS,
                "-cp", osgi.toString(), "org.eclipse.core.runtime.adaptor.EclipseStarter", "-configuration", configuration(bundles).toString(),
                "-data", directory.resolve("workspace").toString(), "-consoleLog"));
        List<String> said = eclipse.out().stream().filter(line -> line.startsWith("@ ")).toList();
        assertThat(said).as(String.join("\n", eclipse.out()) + "\n" + String.join("\n", eclipse.err())).isNotEmpty();
        return said.stream().map(line -> line.substring(2)).toList();
    }
}
