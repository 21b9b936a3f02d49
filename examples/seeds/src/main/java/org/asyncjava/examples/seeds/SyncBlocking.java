package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;

/** Program 01: a call that blocks its thread. */
public final class SyncBlocking {
    private SyncBlocking() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        foo();
        System.out.println("Termination of the program");
    }

    private static void foo() {
        System.out.println("in foo");
        Blocking.sleep(ofSeconds(10));
        System.out.println("end foo");
    }
}
