/** {@code ContextCarrier}s for {@code ContextCarrierTest}, which runs in a JVM of its own with {@code src/test/carriers} on the class path. */
package org.asyncjava.runtime.carrier;
