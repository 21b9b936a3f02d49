package org.asyncjava.runtime;

import java.lang.management.ManagementFactory;

import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Makes the loops of this process known to JMX.
 *
 * <pre>{@code
 * LoopsRegistration.register();
 * }</pre>
 *
 * <p>Needs the module {@code java.management}, which nothing else of this library does. Thread-safe.
 *
 * @since 0.1.0
 */
@NullMarked
public final class LoopsRegistration {
    /** Null while it is not. */
    private static @Nullable ObjectName registered;

    private LoopsRegistration() {
    }

    /**
     * Registers a {@link LoopsMXBean} with the platform's MBean server. Doing so twice is doing it once. It stays until {@link #unregister}, and keeps the class
     * loader of this class alive as long.
     *
     * @return its name: {@value LoopsMXBean#NAME}; where the runtime of another class loader has taken that, as in a server with several applications, with
     *         {@code number=2} and so on behind it
     */
    public static synchronized String register() {
        for (int number = 1; registered == null; number++) {
            registered = registeredAs(number == 1 ? LoopsMXBean.NAME : LoopsMXBean.NAME + ",number=" + number);
        }
        return registered.toString();
    }

    /** Null if the name is taken. */
    private static @Nullable ObjectName registeredAs(String text) {
        try {
            ObjectName name = new ObjectName(text);
            ManagementFactory.getPlatformMBeanServer().registerMBean(new LoopsBean(), name);
            return name;
        } catch (InstanceAlreadyExistsException taken) {
            return null;
        } catch (JMException refused) {
            throw new IllegalStateException(text + " cannot be registered", refused);
        }
    }

    /** Takes it back. Does nothing if it is not registered. */
    public static synchronized void unregister() {
        if (registered == null) {
            return;
        }
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
        } catch (InstanceNotFoundException gone) { // somebody else has done so
            return;
        } catch (JMException refused) {
            throw new IllegalStateException(registered + " cannot be taken back", refused);
        } finally {
            registered = null;
        }
    }
}
