package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The plug-in in an Eclipse with windows, into whose folder {@code dropins} it was put. Takes the pictures of the documentation. */
@Tag("eclipse")
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class EclipseWindowIT {
    private static final String AWAIT = "AJ001 await in demo.Shop.total, which is not async: mark the method @Async (for a lambda: use a functional interface whose"
            + " method is @Async) and return a Coroutine, CompletableFuture or CompletionStage; where a program begins, mark it @AsyncEntry or call Coroutines.run";

    @TempDir
    private Path directory;

    @Test
    void anAwaitIsUnderlinedWhileItIsTypedAndMendedAndStandsAmongTheProblemsWhenItIsSaved() throws IOException {
        InstalledEclipse eclipse = InstalledEclipse.in(directory);
        eclipse.dropIn(Jars.ECLIPSE_PLUGIN);
        eclipse.dropIn(program());
        Path pictures = Files.createDirectories(Path.of("target", "pictures").toAbsolutePath());
        assertThat(eclipse.open(Map.of("probe.classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME), "probe.processor", Jars.COMPILER.toString(),
                "probe.demo", Path.of("..", "editors", "vscode", "test", "demo", "src", "main", "java").toAbsolutePath().normalize().toString(),
                "probe.pictures", pictures.toString()))).containsExactly(
                        "plug-in: dropins/" + Jars.ECLIPSE_PLUGIN.getFileName(),
                        "opened: []",
                        "typed: [20 await error " + AWAIT + "]",
                        "not saved: [Supplier.java:21 AJ103]",
                        "fix: Mark total @Async and return CompletableFuture<Integer>",
                        "fix: Mark total @Async and return Coroutine<Integer>",
                        "fix: Mark total @AsyncEntry: its caller waits",
                        "fix: Rename in file (Ctrl+2 R)",
                        "mended: CompletableFuture<Integer> total(String name, int pieces) {",
                        "mended: return CompletableFuture.completedFuture(pieces * await(offer(name)));",
                        "saved: [Shop.java:20 AJ001, Supplier.java:21 AJ103]",
                        "problems: Errors (1 item)",
                        "problems: " + AWAIT,
                        "problems: Warnings (1 item)",
                        "problems: AJ103 blocking call of java.util.concurrent.CompletableFuture.join in demo.Supplier.discountOf: await the future instead",
                        "row with fixes: false",
                        "row with fixes: false",
                        "fix of what is saved: Mark total @Async and return CompletableFuture<Integer>");
        if ("update".equals(System.getProperty("async.goldens"))) {
            for (String name : List.of("eclipse.png", "eclipse-fix.png")) {
                Files.copy(pictures.resolve(name), Path.of("..", "docs", "images", name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What types there. */
    private Path program() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        String libraries = path(InstalledEclipse.bundles().toArray(Path[]::new));
        Sources.compile("eclipse", classes, "-cp", libraries);
        Sources.compile("eclipse-window", classes, "-cp", path(classes) + File.pathSeparator + libraries);
        Path program = directory.resolve("probe.jar");
        EclipseBundle.of(classes, program, "Bundle-SymbolicName: probe;singleton:=true\nBundle-Version: 1.0.0\nRequire-Bundle: org.eclipse.core.runtime,org.eclipse.core.resource\n"
                + " s,org.eclipse.jdt.core,org.eclipse.jdt.apt.core,org.eclipse.jdt.apt.pluggable\n .core,org.eclipse.equinox.app,org.eclipse.ui,org.eclipse.ui.ide,org.eclipse\n"
                + " .ui.workbench.texteditor,org.eclipse.jface.text,org.eclipse.jdt.ui\n",
                "<?xml version=\"1.0\"?><?eclipse version=\"3.4\"?><plugin><extension point=\"org.eclipse.ui.startup\"><startup class=\"probe.Window\"/></extension></plugin>");
        return program;
    }
}
