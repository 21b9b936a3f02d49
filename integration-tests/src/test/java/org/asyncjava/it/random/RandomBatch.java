package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Way;

/** Many programs in one call of a compiler, which is what takes the time. */
final class RandomBatch {
    /** Making a failing program small takes time: after so many the rest is not looked at. */
    private static final int ENOUGH = 3;
    private static final int PROBLEM_LINES = 40;

    private final Flavour flavour;
    private final Dialect dialect;
    private final boolean hasGenerators;

    RandomBatch(Flavour flavour, Dialect dialect) {
        this(flavour, dialect, false);
    }

    /**
     * Makes a batch.
     *
     * @param flavour what async methods return
     * @param dialect how to compile
     * @param hasGenerators whether the programs have generators
     */
    RandomBatch(Flavour flavour, Dialect dialect, boolean hasGenerators) {
        this.flavour = flavour;
        this.dialect = dialect;
        this.hasGenerators = hasGenerators;
    }

    /**
     * Programs that were compiled and transformed.
     *
     * @param build what the compiler under test made of them
     * @param javacs what javac did, untransformed, where it is not javac that is under test
     */
    private record Compiled(Build build, Optional<Build> javacs) {
        List<String> differences(RandomProgram random) {
            Program program = new Program(build, random.mainClass());
            List<String> differences = new ArrayList<>(program.differences());
            differences.addAll(program.differencesWhenCancelled());
            javacs.ifPresent(other -> differences.addAll(program.differencesOfCompilers(new Program(other, random.mainClass()))));
            return differences;
        }
    }

    /**
     * What came of programs.
     *
     * @param failures one text for each program that went wrong, with its source made as small as it goes
     * @param compilerFaults one line for each program that a compiler under test, not being javac, got wrong before anything was transformed
     */
    record Findings(List<String> failures, List<String> compilerFaults) {
        private Findings() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Runs programs in all ways.
     *
     * @param seeds of the programs
     * @return what is wrong
     */
    Findings findings(LongStream seeds) {
        Findings findings = new Findings();
        run(programs(seeds), findings);
        return findings;
    }

    private void run(List<RandomProgram> programs, Findings findings) {
        if (findings.failures().size() >= ENOUGH) {
            return;
        }
        List<RandomProgram> wrong;
        try {
            Compiled compiled = compiled(programs);
            wrong = programs.stream().filter(program -> !compiled.differences(program).isEmpty()).toList();
        } catch (AssertionError | RuntimeException | LinkageError e) {
            wrong = programs;
        }
        if (wrong.size() < 2 || wrong.size() < programs.size()) {
            wrong.forEach(program -> judge(program, findings));
        } else {
            int middle = programs.size() / 2;
            run(programs.subList(0, middle), findings);
            run(programs.subList(middle, programs.size()), findings);
        }
    }

    private void judge(RandomProgram program, Findings findings) {
        Optional<String> fault = CompilerFaults.of(program.mainClass(), sources(List.of(program)), dialect);
        fault.ifPresent(findings.compilerFaults()::add);
        if (fault.isEmpty() && findings.failures().size() < ENOUGH) {
            findings.failures().add(report(program));
        }
    }

    /** How many of these programs are met by a cancellation and tell of it. */
    long toldOfCancellation(LongStream seeds) {
        List<RandomProgram> programs = programs(seeds);
        Build build = compiled(programs).build();
        return programs.stream().map(program -> new Program(build, program.mainClass()).log(Way.CANCELLED.get(0)))
                .filter(log -> log.toString().contains("CancellationException")).count();
    }

    /** What is wrong with one program; empty if nothing is. */
    String problem(RandomProgram program) {
        try {
            return String.join("\n", compiled(List.of(program)).differences(program));
        } catch (AssertionError | RuntimeException | LinkageError e) {
            return e.toString();
        }
    }

    private List<RandomProgram> programs(LongStream seeds) {
        return seeds.mapToObj(seed -> ProgramGenerator.generate(seed, new Grammar(dialect.release(), hasGenerators))).toList();
    }

    private String report(RandomProgram program) {
        RandomProgram small = new Shrinking(this::problem).smallest(program);
        String problem = problem(small).lines().limit(PROBLEM_LINES).collect(Collectors.joining("\n"));
        return "seed " + program.seed() + " " + flavour + " " + dialect + "\n" + problem + "\n" + flavour.of(small.source());
    }

    private Map<String, String> sources(List<RandomProgram> programs) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("random/Parts.java", flavour.of(RandomProgram.PARTS));
        programs.forEach(program -> program.sources().forEach((path, text) -> sources.put(path, flavour.of(text))));
        return sources;
    }

    private Compiled compiled(List<RandomProgram> programs) {
        Map<String, String> sources = sources(programs);
        Build build = Build.of(sources, dialect);
        Optional<Dialect> javac = Optional.of(Dialect.of(dialect.release())).filter(other -> other.compiler() != dialect.compiler());
        return new Compiled(build, javac.map(other -> Build.untransformed(sources, other)));
    }
}
