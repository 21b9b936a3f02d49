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

    RandomBatch(Flavour flavour, Dialect dialect) {
        this.flavour = flavour;
        this.dialect = dialect;
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
     * Runs programs in all ways. What another compiler than javac refuses, or gives another meaning than javac does, is told as well.
     *
     * @param seeds of the programs
     * @return what is wrong, one text for each program that differs, with its source made as small as it goes
     */
    List<String> failures(LongStream seeds) {
        return failures(programs(seeds));
    }

    private List<String> failures(List<RandomProgram> programs) {
        Compiled compiled;
        try {
            compiled = compiled(programs);
        } catch (AssertionError | RuntimeException e) {
            return programs.size() == 1 ? List.of(report(programs.get(0))) : halves(programs);
        }
        List<String> failures = new ArrayList<>();
        for (RandomProgram program : programs) {
            if (failures.size() < ENOUGH && !compiled.differences(program).isEmpty()) {
                failures.add(report(program));
            }
        }
        return failures;
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
        } catch (AssertionError | RuntimeException e) {
            return e.toString();
        }
    }

    private List<RandomProgram> programs(LongStream seeds) {
        return seeds.mapToObj(seed -> ProgramGenerator.generate(seed, dialect.release())).toList();
    }

    private List<String> halves(List<RandomProgram> programs) {
        int middle = programs.size() / 2;
        List<String> failures = new ArrayList<>(failures(programs.subList(0, middle)));
        if (failures.size() < ENOUGH) {
            failures.addAll(failures(programs.subList(middle, programs.size())));
        }
        return failures;
    }

    private String report(RandomProgram program) {
        RandomProgram small = new Shrinking(this::problem).smallest(program);
        String problem = problem(small).lines().limit(PROBLEM_LINES).collect(Collectors.joining("\n"));
        return "seed " + program.seed() + " " + flavour + " " + dialect + "\n" + problem + "\n" + flavour.of(small.source());
    }

    private Compiled compiled(List<RandomProgram> programs) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("random/Parts.java", flavour.of(RandomProgram.PARTS));
        programs.forEach(program -> program.sources().forEach((path, text) -> sources.put(path, flavour.of(text))));
        Build build = Build.of(sources, dialect);
        Optional<Dialect> javac = Optional.of(Dialect.of(dialect.release())).filter(other -> other.compiler() != dialect.compiler());
        return new Compiled(build, javac.map(other -> Build.untransformed(sources, other)));
    }
}
