package org.asyncjava.it.android;

import static org.assertj.core.api.Assertions.assertThat;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.DirectoryClassFileProvider;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Compilation;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.TransformerRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("HARD_CASES 93: Android's compiler, which is strict about tables of local variables")
class DexTest {
    private static final int ANDROID_8 = 26;

    @TempDir
    private Path directory;
    private final List<String> said = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"COROUTINE", "FUTURE"})
    void everyTargetIsTakenWithoutAWord(Flavour flavour) throws IOException, CompilationFailedException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path dex = Files.createDirectories(directory.resolve("dex"));
        Map<String, String> sources = new TreeMap<>();
        Targets.in("java8").sources().forEach((path, text) -> sources.put(path, flavour.of(text)));
        Compilation.run(sources, Dialect.of(11, "-g"), classes);
        assertThat(new TransformerRun(List.of(classes), Build.classPath(), TransformerOptions.defaults()).transform().errors()).isEmpty();
        compile(classes, dex);
        assertThat(said).isEmpty();
        assertThat(dex.resolve("classes.dex")).isNotEmptyFile();
    }

    private void compile(Path classes, Path dex) throws IOException, CompilationFailedException {
        DiagnosticsHandler handler = new DiagnosticsHandler() {
            @Override
            public void warning(Diagnostic warning) {
                said.add(warning.getDiagnosticMessage());
            }

            @Override
            public void info(Diagnostic info) {
                said.add(info.getDiagnosticMessage());
            }
        };
        D8Command.Builder command = D8Command.builder(handler).setMinApiLevel(ANDROID_8).setOutput(dex, OutputMode.DexIndexed)
                .addLibraryResourceProvider(JdkClassFileProvider.fromJdkHome(Path.of(System.getProperty("java.home"))))
                .addProgramFiles(in(classes));
        for (Path seen : Build.classPath()) {
            if (Files.isDirectory(seen)) {
                command.addClasspathResourceProvider(DirectoryClassFileProvider.fromDirectory(seen));
            } else {
                command.addClasspathFiles(seen);
            }
        }
        D8.run(command.build());
    }

    private static List<Path> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class")).toList();
        }
    }
}
