package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.asyncjava.transformer.observe.DumpView;
import org.asyncjava.transformer.observe.Observation;
import org.asyncjava.transformer.observe.OtherProcess;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ps PID} and {@code pstree PID}: what a process says, in lines. */
final class ViewCommand implements ProcessCommand {
    private final String name;
    private final String description;
    private final DumpView view;
    private final PrintStream out;

    ViewCommand(String name, String description, DumpView view, PrintStream out) {
        this.name = name;
        this.description = description;
        this.view = view;
        this.out = out;
    }

    @Override
    public CommandSpec spec() {
        return ProcessCommand.spec(name, "", description);
    }

    @Override
    public void run(OtherProcess process, ParseResult given) throws IOException {
        try (Observation observation = process.observe()) {
            view.lines(observation.runtimes()).forEach(out::println);
        }
    }
}
