package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.asyncjava.rules.Printable;
import org.asyncjava.transformer.files.AtomicFile;
import org.asyncjava.transformer.observe.Observation;
import org.asyncjava.transformer.observe.OtherProcess;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code dump PID}: all that a process says of its coroutines. */
final class DumpCommand implements ProcessCommand {
    private static final String JSON = "--json";
    private static final String HTML = "--html";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final PrintStream out;

    DumpCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = ProcessCommand.spec("dump", " [--json | --html FILE]", "Prints what the coroutines of a running process wait for.");
        spec.addArgGroup(ArgGroupSpec.builder().exclusive(true)
                .addArg(OptionSpec.builder(JSON).type(boolean.class).arity("0").description("As one JSON object.").build())
                .addArg(OptionSpec.builder(HTML).type(Path.class).paramLabel("FILE").description("Write a page for a browser, which needs nothing else.").build())
                .build());
        return spec;
    }

    @Override
    public void run(OtherProcess process, ParseResult given) throws IOException {
        Path page = given.matchedOptionValue(HTML, null);
        boolean isText = page == null && !given.hasMatchedOption(JSON);
        List<Observation.Answer> answers = answers(process, isText ? "text" : "json");
        if (page != null) {
            String html = DumpPage.of(process.toString(), ZonedDateTime.now().format(TIME), answers);
            AtomicFile.write(page, html.getBytes(StandardCharsets.UTF_8), FileTime.from(Instant.now()));
        } else if (isText) {
            answers.forEach(answer -> answer.text().stripTrailing().lines().map(Printable::of).forEach(out::println));
        } else {
            answers.forEach(answer -> out.println(answer.text()));
        }
    }

    private static List<Observation.Answer> answers(OtherProcess process, String method) throws IOException {
        try (Observation observation = process.observe()) {
            return observation.ask(method);
        }
    }
}
