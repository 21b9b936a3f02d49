package org.asyncjava.benchmarks.jmh.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;
import org.asyncjava.benchmarks.jmh.Throughput;
import org.asyncjava.benchmarks.jmh.programs.ProgramResult;

/**
 * Reads what was measured.
 *
 * @param folder where the raw files are
 */
record RawResults(Path folder) {
    private static final String BYTES = "gc.alloc.rate.norm";

    /** Everything: JMH's rounds and the outcomes of programs and scripts. */
    Results read() throws IOException {
        Results results = new Results();
        readThroughput(results);
        for (Path file : files("{programs,asyncio}.json")) {
            readOutcomes(file, results);
        }
        return results;
    }

    private List<Path> files(String pattern) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            TreeSet<Path> sorted = new TreeSet<>();
            files.forEach(sorted::add);
            return List.copyOf(sorted);
        }
    }

    /** The figure is the median over the forks of each fork's median. */
    private void readThroughput(Results results) throws IOException {
        Map<String, List<JsonObject>> runs = new LinkedHashMap<>();
        for (Path file : files("throughput-*.json")) {
            for (JsonElement element : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
                JsonObject run = element.getAsJsonObject();
                runs.computeIfAbsent(contenderOf(run) + " " + workloadOf(run), each -> new ArrayList<>()).add(run);
            }
        }
        runs.values().forEach(same -> putThroughput(results, contenderOf(same.get(0)), workloadOf(same.get(0)), same));
    }

    private static void putThroughput(Results results, String contender, Workload workload, List<JsonObject> runs) {
        double[] times = runs.stream().flatMap(run -> forks(run.getAsJsonObject("primaryMetric")).stream()).mapToDouble(each -> each).toArray();
        double[] bytes = runs.stream().flatMap(run -> forks(run.getAsJsonObject("secondaryMetrics").getAsJsonObject(BYTES)).stream())
                .mapToDouble(each -> each).toArray();
        results.put(contender, Figure.time(workload), median(times));
        results.put(contender, Figure.bytes(workload), median(bytes));
        Arrays.sort(times);
        int quarter = times.length / 4;
        results.put(contender, Figure.fastQuarter(Figure.time(workload)), times[quarter]);
        results.put(contender, Figure.slowQuarter(Figure.time(workload)), times[times.length - 1 - quarter]);
        results.put(contender, Figure.spread(workload), apart(times));
        results.put(contender, Figure.iterations(workload), median(runs.stream().map(run -> run.getAsJsonObject("primaryMetric"))
                .flatMap(metric -> metric.getAsJsonArray("rawData").asList().stream()).mapToDouble(fork -> apart(sorted(fork.getAsJsonArray()))).toArray()));
    }

    private static List<Double> forks(JsonObject metric) {
        List<Double> medians = new ArrayList<>();
        for (JsonElement fork : metric.getAsJsonArray("rawData")) {
            medians.add(median(sorted(fork.getAsJsonArray())));
        }
        return medians;
    }

    private static double[] sorted(JsonArray figures) {
        return figures.asList().stream().mapToDouble(JsonElement::getAsDouble).sorted().toArray();
    }

    /** The largest divided by the smallest. */
    private static double apart(double[] sorted) {
        return sorted[sorted.length - 1] / sorted[0];
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String contenderOf(JsonObject run) {
        return run.getAsJsonObject("params").get("contender").getAsString();
    }

    private static Workload workloadOf(JsonObject run) {
        String benchmark = run.get("benchmark").getAsString();
        return Throughput.workloadOf(benchmark.substring(benchmark.lastIndexOf('.') + 1));
    }

    private static void readOutcomes(Path file, Results results) throws IOException {
        for (ProgramResult result : new Gson().fromJson(Files.readString(file), ProgramResult[].class)) {
            result.figures().forEach((name, figure) -> results.put(result.contender(), nameOf(result.program(), name), figure));
            results.putDate(result.program(), result.date());
            if (!result.failure().isEmpty()) {
                results.putFailure(result.contender(), result.program(), result.failure());
            }
        }
    }

    /** A script measures the throughput workloads as a program of that name, with the same names of figures. */
    private static String nameOf(String program, String name) {
        boolean throughput = program.equals("throughput") && Operation.THROUGHPUT.stream().anyMatch(workload -> name.startsWith(workload + "."));
        return throughput ? name : program + "." + name;
    }
}
