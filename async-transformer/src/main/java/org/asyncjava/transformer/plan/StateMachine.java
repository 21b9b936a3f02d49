package org.asyncjava.transformer.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.read.ResultType;

/**
 * The plan of a rewritten method: everything that the emitters write down, and nothing that they have to find out.
 *
 * @param owner internal name of the class that declares the method
 * @param ownerIsInterface whether that is an interface
 * @param name internal name of the machine class
 * @param result what the method returns
 * @param facts the method in normal form
 * @param fields the machine's fields
 * @param entry how the body is entered for the first time
 * @param states suspension points in code order
 */
public record StateMachine(String owner, boolean ownerIsInterface, String name, ResultType result, MethodFacts facts, List<MachineField> fields,
        Entry entry, List<State> states) {

    /**
     * Tells whether calls of the method run nothing until they are awaited.
     *
     * @return true for a method that returns a coroutine
     */
    public boolean isCold() {
        return result.kind() == ResultType.Kind.COROUTINE;
    }

    /**
     * The fields that keep objects reachable.
     *
     * @return a new list
     */
    public List<MachineField> references() {
        return fields.stream().filter(MachineField::isReference).toList();
    }

    @Override
    public String toString() {
        String header = "machine " + name + " of " + facts.method().name + facts.method().desc + "  " + (isCold() ? "cold" : "hot");
        String layout = "fields  " + fields.stream().map(field -> field.name() + " " + field.descriptor()).collect(Collectors.joining(", "));
        String rows = states.stream().map(state -> "\n" + state).collect(Collectors.joining());
        return header + "\n" + layout + "\n" + entry + rows + "\n";
    }
}
