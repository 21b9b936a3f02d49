package shop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import org.asyncjava.runtime.ContextCarrier;
import org.jboss.weld.context.WeldAlterableContext;
import org.jboss.weld.context.api.ContextualInstance;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundRequestContext;
import org.jboss.weld.manager.api.WeldManager;

/** The {@code @RequestScoped} beans, as Weld hands them from thread to thread. */
public final class RequestCarrier implements ContextCarrier<Collection<ContextualInstance<?>>> {
    @Override
    public Collection<ContextualInstance<?>> capture() {
        WeldManager manager = CDI.current().select(WeldManager.class).get();
        return manager.getActiveWeldAlterableContexts().stream().filter(context -> context.getScope() == RequestScoped.class)
                .map(WeldAlterableContext::getAllContextualInstances).findFirst().orElse(null);
    }

    @Override
    public void restore(Collection<ContextualInstance<?>> captured) {
        BoundRequestContext request = CDI.current().select(BoundRequestContext.class, BoundLiteral.INSTANCE).get();
        if (captured == null) {
            leave(request);
        } else {
            if (!request.isActive()) {
                request.associate(new HashMap<>());
                request.activate();
            }
            request.clearAndSet(captured);
        }
    }

    private static void leave(BoundRequestContext request) {
        if (request.isActive()) {
            request.clearAndSet(List.of());
            request.deactivate();
        }
    }
}
