package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Compilation;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Targets whose class files were transformed in their directory, as the Maven goals and the command line do it. */
@DisplayName("HARD_CASES 84: built by a run over a directory")
class DirectoriesTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void everyTargetPrintsTheSame(Flavour flavour) {
        Targets targets = Targets.in("java8");
        Map<String, String> sources = new TreeMap<>();
        targets.sources().forEach((path, text) -> sources.put(path, flavour.of(text)));
        Compilation.run(sources, Dialect.of(11, "-g"), directory);
        Map<String, byte[]> compiled = Build.classesIn(directory);
        Report report = new TransformerRun(List.of(directory), Build.classPath(), TransformerOptions.defaults()).transform();
        Build build = new Build(compiled, Build.classesIn(directory), report.methods());
        assertThat(report.methods()).isGreaterThan(targets.mainClasses().size());
        List<String> differences = new ArrayList<>();
        targets.mainClasses().forEach(name -> differences.addAll(new Program(build, name).differences()));
        assertThat(differences).isEmpty();
    }
}
