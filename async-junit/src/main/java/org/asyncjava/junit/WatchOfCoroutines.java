package org.asyncjava.junit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes the JVM one for tests, {@code -Dasyncjava.tests=true}, before any class of the runtime is initialised: coroutines that a test makes and does
 * not await are found. Registered as a service; programs do not use it.
 *
 * @since 0.1.0
 */
public final class WatchOfCoroutines implements LauncherSessionListener {
    private static final String PROPERTY = "asyncjava.tests";

    /** Called by the platform. */
    public WatchOfCoroutines() {
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "true");
        }
    }
}
