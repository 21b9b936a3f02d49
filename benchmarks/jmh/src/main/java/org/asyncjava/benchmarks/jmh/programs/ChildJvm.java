package org.asyncjava.benchmarks.jmh.programs;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asyncjava.benchmarks.jmh.JvmOptions;

/**
 * Runs programs, each in a JVM of its own.
 *
 * @param scale how large they are
 * @param limit after what time one is given up
 */
public record ChildJvm(Scale scale, Duration limit) {
    private static final String OUT_OF_MEMORY = "OutOfMemoryError";

    /**
     * Runs a program.
     *
     * @param program which
     * @param contender for whom
     * @return its figures, or why there are none
     * @throws IOException if no JVM can be started
     * @throws InterruptedException if this thread is interrupted
     */
    public ProgramResult run(Program program, String contender) throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".txt");
        try {
            Process process = new ProcessBuilder(command(program, contender)).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return failed(program, contender, "no end within " + limit.toSeconds() + " s");
            }
            return result(program, contender, Files.readAllLines(output));
        } finally {
            Files.delete(output);
        }
    }

    private List<String> command(Program program, String contender) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JvmOptions.oneCarrier());
        command.addAll(program.jvmOptions());
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), Child.class.getName());
        Collections.addAll(command, program.name().toLowerCase(Locale.ROOT), contender, scale.name().toLowerCase(Locale.ROOT));
        return command;
    }

    private static ProgramResult result(Program program, String contender, List<String> output) {
        Optional<String> figures = output.stream().filter(line -> line.startsWith(Child.PREFIX)).findFirst();
        if (figures.isPresent()) {
            Map<String, Double> found = new Gson().fromJson(figures.get().substring(Child.PREFIX.length()), new TypeToken<Map<String, Double>>() { });
            return new ProgramResult(lower(program), contender, found, "", today());
        }
        if (output.stream().anyMatch(line -> line.contains(OUT_OF_MEMORY))) {
            return failed(program, contender, OUT_OF_MEMORY);
        }
        output.forEach(System.out::println);
        return failed(program, contender, output.stream().filter(line -> line.startsWith("Exception")).findFirst().orElse("no figures"));
    }

    private static ProgramResult failed(Program program, String contender, String why) {
        return new ProgramResult(lower(program), contender, Map.of(), why, today());
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private static String lower(Program program) {
        return program.name().toLowerCase(Locale.ROOT);
    }
}
