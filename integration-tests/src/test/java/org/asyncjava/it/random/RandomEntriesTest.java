package org.asyncjava.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random programs that begin with an entry point: what it returns, a coroutine or a future, is its plain value. */
class RandomEntriesTest {
    private static final long SEED = 70_000;
    /** A tenth of what the other random programs are. */
    private static final int COUNT = Integer.getInteger("async.random.count", 150) / 10;
    private static final String ASYNC = "@Async\n    public static Coroutine<String> run(Env env) {";

    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void printTheSameInAllWays(Flavour flavour) {
        List<RandomProgram> programs = LongStream.range(SEED, SEED + COUNT).mapToObj(seed -> ProgramGenerator.generate(seed, new Grammar(17, false))).toList();
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("random/Parts.java", flavour.of(RandomProgram.PARTS));
        programs.forEach(program -> program.sources().forEach((path, text) -> sources.put(path, flavour.of(withEntry(text)))));
        Build build = Build.of(sources, Dialect.of(17, "-g"));
        List<String> differences = new ArrayList<>();
        programs.forEach(program -> new Program(build, program.mainClass()).differencesOfEntries()
                .forEach(difference -> differences.add(program.mainClass() + " " + difference)));
        assertThat(differences).isEmpty();
    }

    private static String withEntry(String program) {
        assertThat(program).contains(ASYNC);
        return program.replace(ASYNC, ASYNC.replace("@Async", "@org.asyncjava.AsyncEntry"));
    }
}
