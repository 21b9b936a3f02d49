package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.asyncjava.transformer.observe.DumpView;
import org.asyncjava.transformer.observe.OtherProcess;
import org.asyncjava.transformer.observe.TreeLines;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A command about a running process, whose number is its first argument. */
interface ProcessCommand {
    /** What it understands. */
    CommandSpec spec();

    /**
     * Asks, and prints.
     *
     * @throws IOException if the process cannot be asked, or the answer not be written
     */
    void run(OtherProcess process, ParseResult given) throws IOException;

    /** Null if there is none of that name. */
    static ProcessCommand named(String name, PrintStream out) {
        switch (name) {
            case "dump":
                return new DumpCommand(out);
            case "ps":
                return new ViewCommand(name, "Lists the coroutines of a running process and what they wait for.", DumpView.table(), out);
            case "pstree":
                return new ViewCommand(name, "Draws which coroutines of a running process await which.", DumpView.tree(TreeLines.ofOutput()), out);
            case "watch":
                return new WatchCommand(out);
            default:
                return null;
        }
    }

    /** What all of them understand. */
    static CommandSpec spec(String name, String options, String description) {
        CommandSpec spec = CommandSpec.create().name("async-transformer " + name);
        spec.usageMessage().width(110).customSynopsis("java -jar async-transformer-cli.jar " + name + " PID" + options)
                .description(description)
                .footer("", "The process needs nothing special. From JDK 21 on it warns of an agent that is loaded; -XX:+EnableDynamicAgentLoading says that it may."
                        + " Exit codes: 0 all is well, 1 the process cannot be asked, 2 something is wrong with the arguments.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("PID").index("0").arity("1").required(true).type(Long.class)
                .description("The number of the process, as jps prints it.").build());
        spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help message and exit.").build());
        return spec;
    }
}
