package org.asyncjava.transformer.cli;

import static java.util.stream.Collectors.joining;
import static org.asyncjava.transformer.cli.JsonReport.quoted;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.files.Located;
import org.asyncjava.transformer.files.Problem;
import org.asyncjava.transformer.files.Report;

/**
 * A report in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which code hosts and editors read: one run, a rule per code,
 * a result per violation and problem.
 *
 * <p>A class file knows the name of its source file and the package, not the source directory: that makes the {@code uri}, relative to
 * whatever source directory the reader assumes. The class file itself is the {@code analysisTarget}, or the jar that it is in.
 */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifReport() {
    }

    static String of(Report report) {
        String results = Stream.concat(
                report.findings().violations().stream().map(found -> result(found, report.findings().levels().of(found.violation().rule()))),
                report.problems().stream().map(SarifReport::result)).collect(joining(","));
        return "{\"$schema\":" + quoted(SCHEMA) + ",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"async-java\",\"rules\":["
                + Arrays.stream(AwaitRule.values()).map(SarifReport::rule).collect(joining(",")) + "]}},\"results\":[" + results + "]}]}";
    }

    private static String rule(AwaitRule rule) {
        return "{\"id\":" + quoted(rule.code()) + ",\"name\":" + quoted(rule.name()) + ",\"help\":{\"text\":" + quoted("see " + rule.docPage())
                + "},\"defaultConfiguration\":{\"level\":" + quoted(level(rule.level())) + "}}";
    }

    private static String result(Located found, Level level) {
        Violation violation = found.violation();
        return "{\"ruleId\":" + quoted(violation.rule().code()) + ",\"ruleIndex\":" + violation.rule().ordinal()
                + ",\"level\":" + quoted(level(level)) + ",\"message\":{\"text\":" + quoted(violation.message()) + "},\"locations\":["
                + location(uri(violation), region(violation)) + "],\"analysisTarget\":{\"uri\":" + quoted(FileUri.of(found.location().file())) + "}}";
    }

    private static String result(Problem problem) {
        return "{\"level\":\"error\",\"message\":{\"text\":" + quoted(problem.text()) + "},\"locations\":["
                + location(FileUri.of(problem.location().file()), "") + "]}";
    }

    private static String location(String uri, String region) {
        return "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":" + quoted(uri) + "}" + region + "}}";
    }

    private static String uri(Violation violation) {
        int dot = violation.className().lastIndexOf('.');
        return FileUri.encoded(violation.className().substring(0, dot + 1).replace('.', '/') + violation.position().file());
    }

    /** SARIF counts lines from 1; what is not known is left out. */
    private static String region(Violation violation) {
        int line = violation.position().line();
        int column = violation.position().column();
        if (line == 0) {
            return "";
        }
        return ",\"region\":{\"startLine\":" + line + (column == 0 ? "" : ",\"startColumn\":" + column) + "}";
    }

    private static String level(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case OFF -> "none";
        };
    }
}
