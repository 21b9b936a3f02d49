package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Way;

/** Many programs in one call of javac, which is what takes the time. */
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
     * Runs programs in all ways.
     *
     * @return what is wrong, one text for each program that differs, with its source made as small as it goes
     */
    List<String> failures(long firstSeed, int count) {
        List<RandomProgram> programs = programs(firstSeed, count);
        Build build;
        try {
            build = build(programs);
        } catch (AssertionError | RuntimeException e) {
            return count == 1 ? List.of(report(programs.get(0))) : halves(firstSeed, count);
        }
        List<String> failures = new ArrayList<>();
        for (RandomProgram program : programs) {
            if (failures.size() < ENOUGH && !differences(build, program).isEmpty()) {
                failures.add(report(program));
            }
        }
        return failures;
    }

    /** How many of these programs are met by a cancellation and tell of it. */
    long toldOfCancellation(long firstSeed, int count) {
        List<RandomProgram> programs = programs(firstSeed, count);
        Build build = build(programs);
        return programs.stream().map(program -> new Program(build, program.mainClass()).log(Way.CANCELLED.get(0)))
                .filter(log -> log.toString().contains("CancellationException")).count();
    }

    /** What is wrong with one program; empty if nothing is. */
    String problem(RandomProgram program) {
        try {
            return String.join("\n", differences(build(List.of(program)), program));
        } catch (AssertionError | RuntimeException e) {
            return e.toString();
        }
    }

    private List<RandomProgram> programs(long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count).mapToObj(seed -> ProgramGenerator.generate(seed, dialect.release())).toList();
    }

    private static List<String> differences(Build build, RandomProgram random) {
        Program program = new Program(build, random.mainClass());
        List<String> differences = new ArrayList<>(program.differences());
        differences.addAll(program.differencesWhenCancelled());
        return differences;
    }

    private List<String> halves(long firstSeed, int count) {
        List<String> failures = new ArrayList<>(failures(firstSeed, count / 2));
        if (failures.size() < ENOUGH) {
            failures.addAll(failures(firstSeed + count / 2, count - count / 2));
        }
        return failures;
    }

    private String report(RandomProgram program) {
        RandomProgram small = new Shrinking(this::problem).smallest(program);
        String problem = problem(small).lines().limit(PROBLEM_LINES).collect(Collectors.joining("\n"));
        return "seed " + program.seed() + " " + flavour + " " + dialect + "\n" + problem + "\n" + flavour.of(small.source());
    }

    private Build build(List<RandomProgram> programs) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("random/Parts.java", flavour.of(RandomProgram.PARTS));
        programs.forEach(program -> program.sources().forEach((path, text) -> sources.put(path, flavour.of(text))));
        return Build.of(sources, dialect);
    }
}
