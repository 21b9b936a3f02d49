package org.asyncjava.runtime.carrier;

import org.asyncjava.runtime.ContextCarrier;

/** Carries a thread-local of a program's own. */
public final class TenantCarrier implements ContextCarrier<String> {
    /** Whom the thread works for. */
    public static final ThreadLocal<String> TENANT = new ThreadLocal<>();

    @Override
    public String capture() {
        return TENANT.get();
    }

    @Override
    public void restore(String captured) {
        if (captured == null) {
            TENANT.remove();
        } else {
            TENANT.set(captured);
        }
    }
}
