package org.asyncjava.runtime;

/**
 * A turn of a loop in which a suspended call is woken.
 *
 * @param driver who runs the call
 */
record WakeUp(Driver driver) implements Runnable {
    @Override
    public void run() {
        driver.wake();
    }
}
