package org.asyncjava.it.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HotSpot's optimising compiler takes every method of the targets, transformed: what {@code -XX:+PrintCompilation} says of a JVM that runs them. */
class CompilationTest {
    /** Its parameters take more slots than C2 can pass, transformed or not. */
    private static final String TOO_MANY_PARAMETERS = "targets.ManyParameterSlots";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void compilesEveryBodyAndRefusesNone(Flavour flavour) throws Exception {
        Targets targets = Targets.in("java8");
        Build build = targets.build(flavour, Dialect.of(17, "-g"));
        write(build.transformed());
        List<String> programs = targets.mainClasses().stream().filter(name -> !name.equals(TOO_MANY_PARAMETERS)).toList();
        List<String> printed = printed(programs);
        List<String> bodies = Growth.of(build).stream()
                .filter(growth -> programs.stream().anyMatch(program -> growth.method().equals(program + ".run")))
                .map(growth -> growth.method().replaceFirst("\\.run$", "::run") + " (" + growth.body() + " bytes)").toList();

        assertThat(printed).noneMatch(line -> line.contains("COMPILE SKIPPED") || line.contains("not compilable"));
        assertThat(bodies).hasSameSizeAs(programs).allMatch(body -> printed.stream().anyMatch(line -> line.endsWith(" " + body)));
    }

    /** What the JVM compiles, each method when it is called for the first time. */
    private List<String> printed(List<String> programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xcomp", "-XX:-TieredCompilation", "-XX:CompileCommand=quiet", "-XX:CompileCommand=compileonly,targets.*::*",
                "-XX:CompileCommand=compileonly,DefaultPackage*::*", "-XX:+PrintCompilation", "-cp", System.getProperty("java.class.path"), RunsPrograms.class.getName(), directory.toString()));
        command.addAll(programs);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private void write(Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            Path file = directory.resolve(type.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, type.getValue());
        }
    }
}
