package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asyncjava.transformer.observe.DumpView;
import org.asyncjava.transformer.observe.Observation;
import org.asyncjava.transformer.observe.OtherProcess;
import org.asyncjava.transformer.observe.ProcessEndedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code watch PID}: what a process waits for, again and again. */
final class WatchCommand implements ProcessCommand {
    private static final String INTERVAL = "--interval";
    private static final String COUNT = "--count";
    private static final String ROWS = "--rows";
    private static final double MILLISECONDS = 1000;
    private static final double DEFAULT_INTERVAL = 1;
    private static final int DEFAULT_ROWS = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintStream out;

    WatchCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = ProcessCommand.spec("watch", " [options]", "Shows again and again what the coroutines of a running process wait for, until it ends or Ctrl-C.");
        spec.addOption(OptionSpec.builder("-n", INTERVAL).paramLabel("SECONDS").type(Double.class)
                .description("How long to wait between two looks; 1 unless said otherwise.").build());
        spec.addOption(OptionSpec.builder(COUNT).paramLabel("N").type(Integer.class).description("Look so often, and end.").build());
        spec.addOption(OptionSpec.builder(ROWS).paramLabel("N").type(Integer.class)
                .description("How many tasks and methods to show: 20 unless said otherwise, those that wait for longest where times are known.").build());
        return spec;
    }

    @Override
    public void run(OtherProcess process, ParseResult given) throws IOException {
        long pause = Math.max(1, (long) (MILLISECONDS * positive(given, INTERVAL, DEFAULT_INTERVAL)));
        int count = positive(given, COUNT, Integer.MAX_VALUE);
        DumpView view = DumpView.longest(positive(given, ROWS, DEFAULT_ROWS));
        Screen screen = Screen.on(out);
        try (Observation observation = process.observe()) {
            for (int looks = 1; screen.isOpen(); looks++) {
                List<String> lines = new ArrayList<>(List.of("process " + process + " at " + LocalTime.now().format(TIME)));
                lines.addAll(view.lines(observation.runtimes()));
                screen.show(lines);
                if (looks == count) {
                    return;
                }
                Thread.sleep(pause);
            }
        } catch (ProcessEndedException over) {
            out.println(over.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static <N extends Number> N positive(ParseResult given, String option, N otherwise) {
        N number = given.matchedOptionValue(option, otherwise);
        if (!(number.doubleValue() > 0)) {
            throw new ParameterException(given.commandSpec().commandLine(), option + " needs a number above 0");
        }
        return number;
    }
}
