package org.asyncjava.benchmarks.transformer;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures everything, prints a table and writes it as JSON. */
public final class Measure {
    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("one-jvm", OneJvm::figures);
        PARTS.put("command", CommandRun::figures);
        PARTS.put("plugin", PluginRun::figures);
        PARTS.put("untouched", Untouched::figures);
        PARTS.put("growth", Growth::figures);
        PARTS.put("agent", AgentLoad::figures);
    }

    private Measure() {
    }

    /** A measurement that can be had by itself. */
    private interface Part {
        List<Figure> figures(Setting setting) throws IOException;
    }

    /**
     * Measures.
     *
     * @param arguments folder of jars, folder to work in, file for the results, and options as in the script {@code run}
     * @throws IOException if something cannot be run or written
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 3; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[1])), "run");
        Setting setting = new Setting(Path.of(arguments[0]), work, number(options, "--classes", 500), number(options, "--copies", 50),
                number(options, "--rounds", 5));
        List<String> wanted = List.of(options.getOrDefault("--only", String.join(",", PARTS.keySet())).split(","));
        Map<String, List<Figure>> results = new LinkedHashMap<>();
        for (String name : wanted) {
            System.out.println(name);
            results.put(name, PARTS.get(name).figures(setting));
            results.get(name).forEach(figure -> System.out.println("  " + figure));
        }
        write(results, Path.of(arguments[2]));
        Tree.delete(work);
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }

    private static void write(Map<String, List<Figure>> figures, Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("java", System.getProperty("java.runtime.version"));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("figures", figures);
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<String> lines = new ArrayList<>(List.of(new GsonBuilder().setPrettyPrinting().create().toJson(all)));
        Files.write(file, lines);
    }
}
