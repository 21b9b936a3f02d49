package org.asyncjava.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.programs.ChildJvm;
import org.asyncjava.benchmarks.jmh.programs.Program;
import org.asyncjava.benchmarks.jmh.programs.ProgramsRun;
import org.asyncjava.benchmarks.jmh.programs.Scale;
import org.asyncjava.benchmarks.jmh.report.Report;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that measures, JMH's rounds first, then the programs, and then writes the report. */
@Command(name = "measure", mixinStandardHelpOptions = true, description = "Measures the contenders; writes raw results, tables and charts.")
public final class Measure implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Option(names = "--effort", defaultValue = "usual", description = "How long it measures: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Effort effort;

    @Option(names = "--contenders", split = ",", description = "Their names; default: all on the class path.")
    private List<String> contenders;

    @Option(names = "--workloads", split = ",", description = "Throughput workloads; default: all.")
    private List<Workload> workloads = Operation.THROUGHPUT;

    @Option(names = "--programs", split = ",", description = "Default: all. ${COMPLETION-CANDIDATES}")
    private List<Program> programs = Arrays.asList(Program.values());

    @Option(names = "--only", description = "Measure only this: ${COMPLETION-CANDIDATES}")
    private Part only;

    @Option(names = "--results", defaultValue = "benchmarks/results", description = "The folder for the raw results.")
    private Path results;

    /** What can be measured alone. */
    enum Part { THROUGHPUT, PROGRAMS, ASYNCIO, REPORT }

    /** How long is measured. */
    enum Effort {
        /** Seconds, to see that all runs. */
        QUICK(1, new ThroughputRun.Iterations(1, 1, 50), Scale.QUICK),
        /** What the tables are made of. */
        USUAL(5, new ThroughputRun.Iterations(6, 5, 500), Scale.FULL),
        /** For figures that shall be steadier. */
        THOROUGH(10, new ThroughputRun.Iterations(8, 10, 500), Scale.FULL);

        private final int rounds;
        private final ThroughputRun.Iterations iterations;
        private final Scale scale;

        Effort(int rounds, ThroughputRun.Iterations iterations, Scale scale) {
            this.rounds = rounds;
            this.iterations = iterations;
            this.scale = scale;
        }
    }

    /**
     * Measures as the options say.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Measure()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        Files.createDirectories(results);
        if (only != Part.REPORT) {
            if (only == null || !Files.exists(results.resolve("machine.json"))) {
                Machine.write(results.resolve("machine.json")); // otherwise most tables stay those of that day
            }
            measure(contenders == null ? Contenders.names() : contenders);
        }
        Report.write(results);
        return 0;
    }

    private void measure(List<String> names) throws IOException, InterruptedException, RunnerException {
        if (covers(Part.THROUGHPUT)) {
            for (int round = 1; round <= effort.rounds; round++) {
                new ThroughputRun(effort.iterations, workloads).run(names, results.resolve(String.format(Locale.ROOT, "throughput-%d.json", round)));
            }
        }
        if (covers(Part.PROGRAMS)) {
            new ProgramsRun(new ChildJvm(effort.scale, LIMIT), programs).run(names, results.resolve("programs.json"));
        }
        if (covers(Part.ASYNCIO) && contenders == null) {
            Asyncio.run(effort.scale, results.resolve("asyncio.json"));
        }
    }

    private boolean covers(Part part) {
        return only == null || only == part;
    }
}
