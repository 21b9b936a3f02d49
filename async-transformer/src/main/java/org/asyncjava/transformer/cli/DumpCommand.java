package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.asyncjava.rules.Printable;
import org.asyncjava.transformer.observe.OtherProcess;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code dump PID}: what the coroutines of a running process wait for. */
final class DumpCommand {
    static final String NAME = "dump";
    private static final String JSON = "--json";

    private final PrintStream out;
    private final PrintStream err;

    DumpCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("async-transformer " + NAME);
        spec.usageMessage().width(110).customSynopsis("java -jar async-transformer-cli.jar dump PID [--json]")
                .description("Prints what the coroutines of a running process wait for.")
                .footer("", "The process needs nothing special. From JDK 21 on it warns of an agent that is loaded; -XX:+EnableDynamicAgentLoading says that it may."
                        + " Exit codes: 0 all is well, 1 the process cannot be asked, 2 something is wrong with the arguments.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("PID").index("0").arity("1").required(true).type(Long.class)
                .description("The number of the process, as jps prints it.").build());
        spec.addOption(OptionSpec.builder(JSON).type(boolean.class).arity("0").description("As one JSON object.").build());
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help message and exit.").build());
        return spec;
    }

    int run(ParseResult given) {
        Long process = given.matchedPositionalValue(0, 0L);
        try {
            String dump = new OtherProcess(process.toString()).dump(given.hasMatchedOption(JSON) ? "json" : "text");
            if (dump.isEmpty()) {
                err.println("async: nothing of async-java has run in process " + process);
                return Main.ERRORS;
            }
            out.println(dump.stripTrailing());
            return Main.OK;
        } catch (IOException failure) {
            err.println("async: " + Printable.of(failure.getMessage()));
            return Main.ERRORS;
        }
    }
}
