package org.asyncjava.benchmarks.jmh.report;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asyncjava.benchmarks.jmh.Machine;

/** Writes {@code tables.md} and the charts beside the raw results, and puts the tables into the README above them. */
public final class Report {
    private static final String BEGIN = "<!-- tables: written by benchmarks/run -->\n";
    private static final String END = "<!-- end of tables -->";

    private Report() {
    }

    /**
     * Writes.
     *
     * @param folder the raw results
     * @throws IOException if a file cannot be read or written
     */
    public static void write(Path folder) throws IOException {
        String tables = tables(folder);
        Files.writeString(folder.resolve("tables.md"), tables);
        Path readme = folder.resolve("../README.md").normalize();
        if (Files.exists(readme)) {
            Files.writeString(readme, withTables(Files.readString(readme), tables));
        }
    }

    private static String tables(Path folder) throws IOException {
        Results results = new RawResults(folder).read();
        Allocations allocations = Allocations.read(folder.resolve("../jmh/expected-allocations.csv"));
        TransformerFigures transformer = TransformerFigures.read(folder.resolve("transformer.json"));
        return header(new Gson().fromJson(Files.readString(folder.resolve("machine.json")), Machine.class))
                + "\n" + new ThroughputTables(results).markdown()
                + "\n" + new ProgramTables(results).markdown()
                + "\n" + new ElementTables(results).markdown()
                + new ShapeTables(results).markdown()
                + transformer.markdown()
                + "### Where others are ahead\n\nIn time by more than 5 % and by more than half of the forks differ, or in bytes.\n\n" + new Rivals(results).markdown()
                + "### Targets\n\n" + new Targets(results, allocations, transformer).markdown()
                + "\n### Charts\n\n" + new Charts(results, folder.resolve("charts")).write();
    }

    private static String header(Machine machine) {
        return "Measured on " + machine.date() + ": " + machine.processor() + ", " + machine.processors() + " processors, " + machine.system() + ", "
                + machine.jdk() + ".\nOn the class path: " + String.join(", ", machine.libraries()) + ".\n";
    }

    static String withTables(String readme, String tables) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("README.md has lost the comments that the tables stand between");
        }
        return readme.substring(0, begin + BEGIN.length()) + "\n" + tables + readme.substring(end);
    }
}
