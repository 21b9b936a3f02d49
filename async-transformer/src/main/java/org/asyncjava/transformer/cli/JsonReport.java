package org.asyncjava.transformer.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.files.Located;
import org.asyncjava.transformer.files.Problem;
import org.asyncjava.transformer.files.Report;

/**
 * A report as a JSON object on one line.
 *
 * <pre>
 * {"methods":1,"classes":1,"milliseconds":84,
 *  "violations":[{"code":"AJ001","level":"error","file":"Foo.java","line":12,"column":0,"class":"p.Foo","classFile":"classes/p/Foo.class",
 *    "method":"bar","message":"..."}],
 *  "problems":[{"file":"classes/p/Foo.class","message":"..."}],
 *  "remarks":["Foo.java:[12] ..."]}
 * </pre>
 */
final class JsonReport {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private JsonReport() {
    }

    static String of(Report report) {
        return "{\"methods\":" + report.methods() + ",\"classes\":" + report.classes() + ",\"milliseconds\":" + report.time().toMillis()
                + ",\"violations\":" + list(report.findings().violations(), found -> violation(found, report.findings().levels().of(found.violation().rule())))
                + ",\"problems\":" + list(report.problems(), JsonReport::problem)
                + ",\"remarks\":" + list(report.findings().remarks(), JsonReport::quoted) + "}";
    }

    private static <T> String list(List<T> items, Function<T, String> item) {
        return items.stream().map(item).collect(joining(",", "[", "]"));
    }

    private static String violation(Located found, Level level) {
        Violation violation = found.violation();
        return "{\"code\":" + quoted(violation.rule().code()) + ",\"level\":" + quoted(level.name().toLowerCase(Locale.ROOT))
                + ",\"file\":" + quoted(violation.position().file())
                + ",\"line\":" + violation.position().line() + ",\"column\":" + violation.position().column()
                + ",\"class\":" + quoted(violation.className()) + ",\"classFile\":" + quoted(found.location().toString()) + ",\"method\":" + quoted(violation.method())
                + ",\"message\":" + quoted(violation.message()) + "}";
    }

    private static String problem(Problem problem) {
        return "{\"file\":" + quoted(problem.location().toString()) + ",\"message\":" + quoted(problem.message()) + "}";
    }

    /** A string as RFC 8259 wants it, and of characters that everybody can read: half a surrogate pair is none, and becomes the replacement character. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (Character.getType(c) == Character.SURROGATE) {
                json.append(REPLACEMENT);
            } else if (c < ' ' || c > '~' && (Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR)) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }
}
