package shop;

import io.micronaut.core.propagation.PropagatedContext;
import org.asyncjava.runtime.ContextCarrier;

/** What Micronaut carries along: the request, the transaction, tracing. */
public final class MicronautCarrier implements ContextCarrier<PropagatedContext> {
    @Override
    public PropagatedContext capture() {
        return PropagatedContext.getOrEmpty();
    }

    /** The scope stays open: whoever resumes a method restores what the thread had in the same way. */
    @Override
    public void restore(PropagatedContext captured) {
        (captured == null ? PropagatedContext.empty() : captured).propagate();
    }
}
