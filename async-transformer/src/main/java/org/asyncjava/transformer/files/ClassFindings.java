package org.asyncjava.transformer.files;

import java.util.List;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Levels;
import org.asyncjava.rules.Printable;

/**
 * What was found in class files, with the levels that are in force.
 *
 * @param violations broken rules, each once, in order, without those whose rule is off
 * @param levels how serious each rule is taken
 * @param remarks what else an author should know, one line each: nothing that a rule is about
 */
public record ClassFindings(List<Located> violations, Levels levels, List<String> remarks) {
    /** Makes findings; the lists are copied and sorted, and the violations rid of what is off. */
    public ClassFindings {
        remarks = remarks.isEmpty() ? List.of() : remarks.stream().map(Printable::of).sorted().toList();
        violations = violations.isEmpty() ? List.of()
                : violations.stream().distinct().sorted().filter(found -> levels.of(found.violation().rule()) != Level.OFF).toList();
    }

    /**
     * What fails a build.
     *
     * @return the violations whose rule is an error
     */
    public List<Located> errors() {
        return at(Level.ERROR);
    }

    /**
     * What a build tells without failing.
     *
     * @return the violations whose rule is a warning
     */
    public List<Located> warnings() {
        return at(Level.WARNING);
    }

    private List<Located> at(Level level) {
        return violations.isEmpty() ? List.of() : violations.stream().filter(found -> levels.of(found.violation().rule()) == level).toList();
    }
}
