package org.asyncjava.transformer.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.files.Problem;
import org.asyncjava.transformer.files.Report;

/**
 * A report as a JSON object on one line.
 *
 * <pre>
 * {"methods":1,"classes":1,"milliseconds":84,
 *  "violations":[{"code":"AJ001","level":"error","file":"Foo.java","line":12,"column":0,"class":"p.Foo","method":"bar","message":"..."}],
 *  "problems":[{"file":"classes/p/Foo.class","message":"..."}],
 *  "remarks":["Foo.java:[12] ..."]}
 * </pre>
 */
final class JsonReport {
    private JsonReport() {
    }

    static String of(Report report) {
        return "{\"methods\":" + report.methods() + ",\"classes\":" + report.classes() + ",\"milliseconds\":" + report.time().toMillis()
                + ",\"violations\":" + list(report.violations(), violation -> violation(violation, report.findings().levels().of(violation.rule())))
                + ",\"problems\":" + list(report.problems(), JsonReport::problem)
                + ",\"remarks\":" + list(report.findings().remarks(), JsonReport::quoted) + "}";
    }

    private static <T> String list(List<T> items, Function<T, String> item) {
        return items.stream().map(item).collect(joining(",", "[", "]"));
    }

    private static String violation(Violation violation, Level level) {
        return "{\"code\":" + quoted(violation.rule().code()) + ",\"level\":" + quoted(level.name().toLowerCase(Locale.ROOT))
                + ",\"file\":" + quoted(violation.position().file())
                + ",\"line\":" + violation.position().line() + ",\"column\":" + violation.position().column()
                + ",\"class\":" + quoted(violation.className()) + ",\"method\":" + quoted(violation.method())
                + ",\"message\":" + quoted(violation.message()) + "}";
    }

    private static String problem(Problem problem) {
        return "{\"file\":" + quoted(problem.place().toString()) + ",\"message\":" + quoted(problem.message()) + "}";
    }

    /** A string as RFC 8259 wants it. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
