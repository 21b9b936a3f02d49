package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a statement or an expression may refer to. A child scope sees its parent's variables and adds its own. */
final class Scope {
    private final List<Variable> variables;
    private final List<String> jumps;
    private final boolean awaiting;
    private final boolean returning;

    private Scope(List<Variable> variables, List<String> jumps, boolean awaiting, boolean returning) {
        this.variables = variables;
        this.jumps = jumps;
        this.awaiting = awaiting;
        this.returning = returning;
    }

    static Scope ofMethod() {
        return new Scope(new ArrayList<>(), List.of(), true, true);
    }

    /** A block: its variables end with it. */
    Scope block() {
        return new Scope(new ArrayList<>(variables), jumps, awaiting, returning);
    }

    /** A block that can be left by the given statements as well. */
    Scope withJumps(List<String> more) {
        List<String> all = new ArrayList<>(jumps);
        all.addAll(more);
        return new Scope(new ArrayList<>(variables), all, awaiting, returning);
    }

    /** A block in which break and continue without label mean something else: only labelled jumps lead out. */
    Scope withinSwitch() {
        return new Scope(new ArrayList<>(variables), jumps.stream().filter(jump -> !jump.equals("break;")).toList(), awaiting, returning);
    }

    /** A block that holds a monitor. */
    Scope withoutAwait() {
        return new Scope(new ArrayList<>(variables), jumps, false, returning);
    }

    /** A block of a switch expression: nothing leads out. */
    Scope withoutJumps() {
        return new Scope(new ArrayList<>(variables), List.of(), awaiting, false);
    }

    /** The body of a plain lambda. */
    Scope lambda() {
        return captured(false);
    }

    /** The body of a lambda of an async functional interface; it awaits and returns as a method does. */
    Scope asyncLambda() {
        return captured(true);
    }

    /** A guard of a pattern: it awaits as the code around it does, sees what lambdas see, and assigns nothing. */
    Scope guard() {
        List<Variable> seen = variables.stream().filter(Variable::isSeenByLambdas)
                .map(variable -> new Variable(variable.name(), variable.type(), Variable.Kind.FINAL)).toList();
        return new Scope(new ArrayList<>(seen), List.of(), awaiting, false);
    }

    private Scope captured(boolean async) {
        List<Variable> seen = new ArrayList<>(variables.stream().filter(Variable::isSeenByLambdas).toList());
        return new Scope(seen, List.of(), async, async);
    }

    void add(Variable variable) {
        variables.add(variable);
    }

    List<Variable> find(Predicate<Variable> wanted) {
        return variables.stream().filter(wanted).toList();
    }

    List<String> jumps() {
        return jumps;
    }

    boolean mayAwait() {
        return awaiting;
    }

    boolean mayReturn() {
        return returning;
    }
}
