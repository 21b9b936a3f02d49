package org.asyncjava.transformer.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.rules.Levels;
import org.asyncjava.rules.Violation;

/**
 * What a run did.
 *
 * @param methods how many methods were transformed
 * @param classes how many classes they are in
 * @param time how long it took
 * @param problems what could not be processed, by file
 * @param findings the rules that are broken, by source file and line, and what else should be known of the methods
 */
public record Report(int methods, int classes, Duration time, List<Problem> problems, ClassFindings findings) {
    /** Makes a report; the list is copied and sorted. */
    public Report {
        problems = problems.isEmpty() ? List.of() : problems.stream().distinct().sorted().toList();
    }

    /**
     * One report of several.
     *
     * @param reports of runs that followed one another
     * @param levels how serious each rule is taken
     * @return their sum
     */
    public static Report of(List<Report> reports, Levels levels) {
        if (reports.size() == 1) {
            return reports.get(0);
        }
        List<Problem> problems = reports.stream().flatMap(report -> report.problems.stream()).toList();
        List<Located> violations = reports.stream().flatMap(report -> report.findings.violations().stream()).toList();
        List<String> remarks = reports.stream().flatMap(report -> report.findings.remarks().stream()).toList();
        return new Report(reports.stream().mapToInt(Report::methods).sum(), reports.stream().mapToInt(Report::classes).sum(),
                reports.stream().map(Report::time).reduce(Duration.ZERO, Duration::plus), problems,
                new ClassFindings(violations, levels, remarks));
    }

    /**
     * The report of a run that did nothing because of a problem.
     *
     * @param problem what kept it from doing anything
     * @param levels how serious each rule is taken
     * @return its report
     */
    public static Report failed(Problem problem, Levels levels) {
        return new Report(0, 0, Duration.ZERO, List.of(problem), new ClassFindings(List.of(), levels, List.of()));
    }

    /**
     * Tells whether a build should fail.
     *
     * @return true if there is a problem, or a violation that is an error
     */
    public boolean hasErrors() {
        return !problems.isEmpty() || !findings.errors().isEmpty();
    }

    /**
     * The rules that are broken.
     *
     * @return errors and warnings, by source file and line
     */
    public List<Violation> violations() {
        return findings.violations().stream().map(Located::violation).toList();
    }

    /**
     * Everything that is no error, but doubtful.
     *
     * @return one line per violation and remark, violations first
     */
    public List<String> warnings() {
        List<String> lines = new ArrayList<>();
        for (Located warning : findings.warnings()) {
            lines.add(warning.text());
        }
        lines.addAll(findings.remarks());
        return lines;
    }

    /**
     * Everything that was wrong.
     *
     * @return one line per violation and problem, violations first
     */
    public List<String> errors() {
        List<String> lines = new ArrayList<>();
        for (Located error : findings.errors()) {
            lines.add(error.text());
        }
        for (Problem problem : problems) {
            lines.add(problem.text());
        }
        return lines;
    }

    /**
     * One line for the user.
     *
     * @return for instance {@code async: 12 methods in 5 classes transformed in 84 ms}, and how much was wrong
     */
    public String summary() {
        if (methods == 0) {
            return hasErrors() ? "async: nothing transformed, " + errorCount() : "async: nothing to transform";
        }
        return "async: " + count(methods, "method", "methods") + " in " + count(classes, "class", "classes")
                + " transformed in " + time.toMillis() + " ms" + (hasErrors() ? ", " + errorCount() : "");
    }

    /**
     * How much was wrong, in words.
     *
     * @return for instance {@code 3 errors}
     */
    public String errorCount() {
        return errors().isEmpty() ? "no errors" : count(errors().size(), "error", "errors");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
