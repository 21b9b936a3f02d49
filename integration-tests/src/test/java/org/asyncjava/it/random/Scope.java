package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a statement or an expression may refer to. A child scope sees its parent's variables and adds its own. */
final class Scope {
    private final List<Variable> variables;
    private final List<String> jumps;
    private final Allowed allowed;

    private Scope(List<Variable> variables, List<String> jumps, Allowed allowed) {
        this.variables = variables;
        this.jumps = jumps;
        this.allowed = allowed;
    }

    /**
     * What may stand in a block.
     *
     * @param awaiting awaits
     * @param returning returns
     * @param locked nothing that another thread runs in the blocking reference, since a monitor is held
     * @param element the type of what the method emits; null if it emits nothing
     */
    private record Allowed(boolean awaiting, boolean returning, boolean locked, Type element) {
        Allowed lock() {
            return new Allowed(false, returning, true, element);
        }

        Allowed withoutReturn() {
            return new Allowed(awaiting, false, locked, element);
        }
    }

    static Scope ofMethod() {
        return new Scope(new ArrayList<>(), List.of(), new Allowed(true, true, false, null));
    }

    /** A generator's body, which may await or not. */
    static Scope ofGenerator(boolean async, Type element) {
        return new Scope(new ArrayList<>(), List.of(), new Allowed(async, true, false, element));
    }

    /** A block: its variables end with it. */
    Scope block() {
        return with(jumps, allowed);
    }

    /** A block that can be left by the given statements as well. */
    Scope withJumps(List<String> more) {
        List<String> all = new ArrayList<>(jumps);
        all.addAll(more);
        return with(all, allowed);
    }

    /** A block in which break and continue without label mean something else: only labelled jumps lead out. */
    Scope withinSwitch() {
        return with(jumps.stream().filter(jump -> !jump.equals("break;")).toList(), allowed);
    }

    /** A block that holds a monitor. */
    Scope withoutAwait() {
        return with(jumps, allowed.lock());
    }

    /** A block of a switch expression: nothing leads out. */
    Scope withoutJumps() {
        return with(List.of(), allowed.withoutReturn());
    }

    /** The body of a plain lambda. */
    Scope lambda() {
        return captured(new Allowed(false, false, true, null));
    }

    /** The body of a lambda of an async functional interface; it awaits and returns as a method does. */
    Scope asyncLambda() {
        return captured(new Allowed(true, true, false, null));
    }

    /** The body of such a lambda that emits. */
    Scope generatorLambda(Type element) {
        return captured(new Allowed(true, true, false, element));
    }

    /** A guard of a pattern: it awaits as the code around it does, sees what lambdas see, and assigns nothing. */
    Scope guard() {
        List<Variable> seen = variables.stream().filter(Variable::isSeenByLambdas)
                .map(variable -> new Variable(variable.name(), variable.type(), Variable.Kind.FINAL)).toList();
        return new Scope(new ArrayList<>(seen), List.of(), allowed.withoutReturn());
    }

    private Scope with(List<String> leading, Allowed inside) {
        return new Scope(new ArrayList<>(variables), leading, inside);
    }

    private Scope captured(Allowed inside) {
        return new Scope(new ArrayList<>(variables.stream().filter(Variable::isSeenByLambdas).toList()), List.of(), inside);
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
        return allowed.awaiting;
    }

    boolean mayReturn() {
        return allowed.returning;
    }

    /** Whether generators may be asked for elements. */
    boolean mayIterate() {
        return !allowed.locked;
    }

    boolean mayEmit() {
        return allowed.element != null && !allowed.locked;
    }

    /** The type of what the method emits; null if it emits nothing. */
    Type element() {
        return allowed.element;
    }
}
