package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a framework keeps per thread along with asynchronous code: a {@code ThreadLocal} of a program's own, SLF4J's {@code MDC}, a
 * security or transaction context. What code sees before an await it sees after it, on whatever thread that is, and threads get back what
 * they had before.
 *
 * <pre>{@code
 * public final class MdcCarrier implements ContextCarrier<Map<String, String>> {
 *     public Map<String, String> capture() {
 *         return MDC.getCopyOfContextMap();
 *     }
 *     public void restore(Map<String, String> captured) {
 *         if (captured == null) {
 *             MDC.clear();
 *         } else {
 *             MDC.setContextMap(captured);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Carriers are found once, with {@link java.util.ServiceLoader}: {@code META-INF/services/org.asyncjava.runtime.ContextCarrier} names
 * them, or a module {@code provides} them. Without any nothing is paid for. With one, {@code capture} is called at every suspension and
 * {@code restore} at every resumption, so both should be quick. Both are called on many threads at the same time. One that throws is
 * reported and passed over.
 *
 * @param <S> what is carried
 * @since 0.1.0
 */
@NullMarked
public interface ContextCarrier<S> {
    /**
     * Takes a picture of what the calling thread has now.
     *
     * @return something that does not change when the thread goes on; null for nothing
     */
    @Nullable S capture();

    /**
     * Gives the calling thread what was captured, in place of what it has.
     *
     * @param captured what {@link #capture} returned, on whatever thread; null for nothing
     */
    void restore(@Nullable S captured);
}
