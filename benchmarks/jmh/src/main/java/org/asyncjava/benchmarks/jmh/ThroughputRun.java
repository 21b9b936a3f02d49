package org.asyncjava.benchmarks.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link Throughput} for the contenders, one fork each, and writes JMH's JSON.
 *
 * <p>A run with several forks is several rounds of this: so that a minute in which the machine was busy hits all contenders of a
 * round, not all forks of one contender.
 *
 * @param iterations how long each fork is warmed up and measured
 * @param workloads which
 */
public record ThroughputRun(Iterations iterations, List<Workload> workloads) {
    private static final String BYTES = "gc.alloc.rate.norm";

    /**
     * How long a fork measures.
     *
     * @param warmups how many iterations are thrown away
     * @param measured how many count
     * @param milliseconds the length of one
     */
    public record Iterations(int warmups, int measured, int milliseconds) {
    }

    /**
     * Measures.
     *
     * @param contenders their names
     * @param json where the result goes
     * @throws RunnerException if JMH cannot run
     */
    public void run(List<String> contenders, Path json) throws RunnerException {
        List<RunResult> results = new ArrayList<>();
        for (String contender : contenders) {
            List<String> methods = methodsOf(contender);
            Collection<RunResult> own = methods.isEmpty() ? List.of() : runOne(contender, String.join("|", methods));
            own.forEach(result -> System.out.println(line(contender, result)));
            if (own.size() < methods.size()) {
                System.out.println(contender + " fails in " + (methods.size() - own.size()) + " of these: " + methods);
            }
            results.addAll(own);
            ResultFormatFactory.getInstance(ResultFormatType.JSON, json.toString()).writeOut(results);
            forgetWhereJavaIs(json);
        }
    }

    /** The results are published; the folders of the machine are nobody's business. */
    private static void forgetWhereJavaIs(Path json) {
        try {
            Files.writeString(json, Files.readString(json).replaceAll("(\"jvm\" : )\"[^\"]*\"", "$1\"java\""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Collection<RunResult> runOne(String contender, String methods) throws RunnerException {
        return new Runner(new OptionsBuilder()
                .include(Throughput.class.getName() + "\\.(" + methods + ")$")
                .param("contender", contender)
                .forks(1)
                .warmupIterations(iterations.warmups())
                .warmupTime(TimeValue.milliseconds(iterations.milliseconds()))
                .measurementIterations(iterations.measured())
                .measurementTime(TimeValue.milliseconds(iterations.milliseconds()))
                .timeout(TimeValue.seconds(60))
                .addProfiler(GCProfiler.class)
                .jvmArgs(Stream.of(JvmOptions.fixedHeap(), JvmOptions.oneCarrier(), JvmOptions.callerOf(contender))
                        .flatMap(List::stream).toArray(String[]::new))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(false)
                .build()).run();
    }

    private static String line(String contender, RunResult result) {
        String label = result.getPrimaryResult().getLabel();
        return String.format(Locale.ROOT, "%-22s %-14s %10.1f ns %10.1f B", contender, label, result.getPrimaryResult().getScore(),
                result.getSecondaryResults().get(BYTES).getScore());
    }

    private List<String> methodsOf(String name) {
        try (Contender contender = Contenders.open(name)) {
            return workloads.stream().filter(contender.workloads()::contains).map(Throughput::methodOf).toList();
        }
    }
}
