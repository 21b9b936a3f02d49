package org.asyncjava.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.benchmarks.jmh.programs.Scale;

/** Runs the script that measures Python's asyncio. It prints outcomes in the form of our own programs. */
final class Asyncio {
    private static final List<String> COMMAND = List.of("python3", "benchmarks/rivals/asyncio/asyncio_benchmark.py");

    private Asyncio() {
    }

    static void run(Scale scale, Path json) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(COMMAND);
        if (scale == Scale.QUICK) {
            command.add("--quick");
        }
        try {
            int code = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(json.toFile()).start().waitFor();
            System.out.println("asyncio ended with " + code);
        } catch (IOException e) {
            System.out.println("no python3, asyncio is not measured: " + e.getMessage());
        }
    }
}
