package shop;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import org.asyncjava.runtime.ContextCarrier;

/** The request context: what {@code @RequestScoped} beans belong to. */
public final class RequestCarrier implements ContextCarrier<ContextState> {
    @Override
    public ContextState capture() {
        return Arc.container().requestContext().getStateIfActive();
    }

    @Override
    public void restore(ContextState captured) {
        ManagedContext request = Arc.container().requestContext();
        if (captured == null) {
            request.deactivate();
        } else {
            request.activate(captured);
        }
    }
}
