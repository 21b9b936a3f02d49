package org.asyncjava.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.Problem;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged class files end in a clear refusal or in classes that verify as well as they did before: no hang, no other exception, no
 * memory without bound. {@code -Dfuzz.seed} draws other mutants, {@code -Dfuzz.mutants} more of them.
 */
class MutatedClassFilesTest {
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 3000);

    private static final int FILES = 200;

    @TempDir
    private Path directory;

    @Test
    void areRefusedOrComeOutAsSoundAsTheyWere() throws IOException {
        Map<String, byte[]> classes = classes();
        Map<String, byte[]> corpus = new TreeMap<>(classes);
        corpus.values().removeIf(classFile -> !ConstantPoolScan.of(classFile).mentionsAsync());
        List<Path> places = new ArrayList<>(Build.classPath());
        places.add(written(classes));
        try (ClassPath classPath = ClassPath.of(places)) {
            FuzzRun run = new FuzzRun(new AsyncTransformer(classPath, TransformerOptions.defaults()), new Linking(classes));
            for (long seed = SEED; seed < SEED + MUTANTS; seed++) {
                run.run(Mutant.of(seed, corpus));
            }
            System.out.println(MUTANTS + " mutants from seed " + SEED + ": " + run.endings());
            assertThat(run.defects()).isEmpty();
            assertThat(run.endings()).containsOnlyKeys(FuzzRun.Ending.values());
        }
    }

    @Test
    void filesThatAreRefusedStayAsTheyAre() throws IOException {
        Map<String, byte[]> classes = classes();
        Map<Path, byte[]> mutants = new HashMap<>();
        for (long seed = SEED; seed < SEED + FILES; seed++) {
            Mutant mutant = Mutant.of(seed, classes);
            Path file = Files.createDirectories(directory.resolve("of" + seed)).resolve("Mutant.class");
            mutants.put(file, mutant.classFile());
            Files.write(file, mutant.classFile());
        }
        Report report = new TransformerRun(List.of(directory), Build.classPath(), TransformerOptions.defaults()).transform();
        assertThat(report.problems()).hasSizeGreaterThan(FILES / 10);
        for (Problem problem : report.problems()) {
            assertThat(Files.readAllBytes(problem.file())).as(problem.toString()).isEqualTo(mutants.get(problem.file()));
        }
    }

    private Path written(Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> classFile : classes.entrySet()) {
            Path file = directory.resolve(classFile.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, classFile.getValue());
        }
        return directory;
    }

    /** Of two compilers' styles. */
    private static Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new TreeMap<>();
        classes.putAll(Targets.in("java8").build(Flavour.FUTURE, Dialect.of(8)).compiled());
        classes.putAll(Targets.in("java17").build(Flavour.COROUTINE, Dialect.of(17, "-g")).compiled());
        classes.putAll(Build.compiled(Targets.in("generators").sources(), Dialect.of(11, "-g")));
        return classes;
    }
}
