package org.asyncjava.benchmarks.jmh.programs;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.jmh.Contenders;

/**
 * Runs the programs for all contenders and writes what they found, as JSON.
 *
 * @param jvm runs one
 * @param programs which
 */
public record ProgramsRun(ChildJvm jvm, List<Program> programs) {
    /**
     * Measures.
     *
     * @param contenders their names
     * @param json where the results go
     * @throws IOException if the file cannot be written or no JVM started
     * @throws InterruptedException if this thread is interrupted
     */
    public void run(List<String> contenders, Path json) throws IOException, InterruptedException {
        List<ProgramResult> results = keptOf(json, contenders);
        for (Program program : programs) {
            for (String contender : contenders) {
                if (suits(program, contender)) {
                    ProgramResult result = jvm.run(program, contender);
                    System.out.println(result);
                    results.add(result);
                    Files.writeString(json, new GsonBuilder().setPrettyPrinting().serializeSpecialFloatingPointValues().create().toJson(results));
                }
            }
        }
    }

    /** What is not measured now stays as it was. */
    private List<ProgramResult> keptOf(Path json, List<String> contenders) throws IOException {
        List<ProgramResult> kept = new ArrayList<>();
        if (Files.exists(json)) {
            kept.addAll(List.of(new Gson().fromJson(Files.readString(json), ProgramResult[].class)));
            kept.removeIf(result -> contenders.contains(result.contender()) && programs.stream().anyMatch(program -> program.name().equalsIgnoreCase(result.program())));
        }
        return kept;
    }

    private static boolean suits(Program program, String name) {
        try (Contender contender = Contenders.open(name)) {
            return program.suits(contender);
        }
    }
}
