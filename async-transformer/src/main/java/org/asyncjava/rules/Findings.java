package org.asyncjava.rules;

import java.util.Collection;
import java.util.List;

/**
 * Broken rules with the levels that are in force.
 *
 * @param violations each once, in order, without those whose rule is off
 * @param levels how serious each rule is taken
 * @param remarks what else an author should know, one line each: nothing that a rule is about
 */
public record Findings(List<Violation> violations, Levels levels, List<String> remarks) {
    /** Makes findings; the lists are copied and sorted, and the violations rid of what is off. */
    public Findings {
        remarks = remarks.isEmpty() ? List.of() : remarks.stream().map(Printable::of).sorted().toList();
        violations = violations.isEmpty() ? List.of()
                : violations.stream().distinct().sorted().filter(violation -> levels.of(violation.rule()) != Level.OFF).toList();
    }

    /**
     * Findings at some levels.
     *
     * @param violations what was found
     * @param levels how serious each rule is taken
     * @return findings
     */
    public static Findings of(Collection<Violation> violations, Levels levels) {
        return new Findings(List.copyOf(violations), levels, List.of());
    }

    /**
     * The same findings with remarks.
     *
     * @param lines the remarks
     * @return new findings
     */
    public Findings withRemarks(List<String> lines) {
        return new Findings(violations, levels, lines);
    }

    /**
     * What fails a build.
     *
     * @return the violations whose rule is an error
     */
    public List<Violation> errors() {
        return at(Level.ERROR);
    }

    /**
     * What a build tells without failing.
     *
     * @return the violations whose rule is a warning
     */
    public List<Violation> warnings() {
        return at(Level.WARNING);
    }

    private List<Violation> at(Level level) {
        return violations.isEmpty() ? List.of() : violations.stream().filter(violation -> levels.of(violation.rule()) == level).toList();
    }
}
