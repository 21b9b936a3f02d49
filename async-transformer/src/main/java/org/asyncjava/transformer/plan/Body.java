package org.asyncjava.transformer.plan;

import java.util.List;
import org.asyncjava.transformer.analysis.MethodFacts;

/**
 * What is made of the user's code beside its awaits.
 *
 * @param signature of the method that holds it
 * @param slots its local variables
 * @param returns all returns in code order
 * @param handlers the exception table, in its order
 * @param variables the table of local variables, in its order
 * @param locals which field holds which variable while a call is suspended; empty if the class file does not name variables
 */
public record Body(BodySignature signature, BodySlots slots, List<Return> returns, List<HandlerRange> handlers, List<VariableRange> variables, String locals) {
    static Body of(MachineIdentity identity, MethodFacts facts, Storage storage) {
        return new Body(BodySignature.of(identity, facts.method(), storage.entry()), BodySlots.of(facts),
                Returns.of(facts.method().instructions, identity.kind()), HandlerRanges.of(facts.method(), storage.states()),
                VariableRanges.of(facts, identity.isCold(), storage.entry(), storage.states()), KeptLocals.of(facts.method(), storage.states()));
    }
}
