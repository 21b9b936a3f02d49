package org.asyncjava.runtime;

/**
 * Tells whether a recording of the JVM's flight recorder wants to hear of tasks. Loops look from time to time, since a recorder may be made while they run; as
 * long as there is none, a look is at a system property, and no class of {@code jdk.jfr} is loaded. Thread-safe.
 */
final class FlightRecording {
    /** What the recorder sets when it is made. */
    private static final String PLACE_OF_RECORDER = "jdk.jfr.repository";

    private static volatile boolean on;
    private static volatile boolean unreachable;

    private FlightRecording() {
    }

    /** What was seen by the last look, of any loop. */
    static boolean isOn() {
        return on;
    }

    static void look() {
        if (unreachable) {
            return;
        }
        try {
            boolean wanted = System.getProperty(PLACE_OF_RECORDER) != null && LoopRecorder.isWanted();
            if (wanted != on) {
                on = wanted;
            }
        } catch (LinkageError | SecurityException refused) { // a module that does not read jdk.jfr, or a program that may not read properties
            unreachable = true;
        }
    }

    /**
     * What records the steps of a loop that begins to be recorded.
     *
     * @param slowCallbacks who reports slow callbacks; null for nobody
     */
    static StepWatch recorder(SlowCallbacks slowCallbacks) {
        return new LoopRecorder(slowCallbacks);
    }
}
