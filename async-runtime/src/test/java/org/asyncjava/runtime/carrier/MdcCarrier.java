package org.asyncjava.runtime.carrier;

import java.util.Map;

import org.asyncjava.runtime.ContextCarrier;
import org.slf4j.MDC;

/** As the documentation has it. */
public final class MdcCarrier implements ContextCarrier<Map<String, String>> {
    @Override
    public Map<String, String> capture() {
        return MDC.getCopyOfContextMap();
    }

    @Override
    public void restore(Map<String, String> captured) {
        if (captured == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(captured);
        }
    }
}
