package org.asyncjava.benchmarks;

/** What is measured, and what each contender must return for it. */
public enum Workload {
    /** One call awaits operands that are done, one after the other. Result: the sum of {@code i & 7}. */
    COMPLETED,
    /** A call awaits a call, and so on, {@code depth} deep; nothing suspends. Result: the depth. */
    NESTED,
    /** One call awaits operands that are not done; each is completed when the call has suspended. Result: the sum of {@code i & 7}. */
    SUSPEND,
    /** Calls nested {@code depth} deep, the innermost suspends several times. Result: depth + (sum & 7). */
    NESTED_SUSPEND,
    /** Many calls at once, each awaits one operand that is not done; all are gathered. Result: the sum of {@code i & 7}. */
    FAN_OUT,
    /** Tasks on one loop, each lets the others run many times. Result: tasks × rounds. */
    YIELD,
    /** Suspended calls with four live locals each, all held. Result of finishing them: the sum of {@code i & 7}. */
    LIVE,
    /** Sleeps at the same time, each as long as its number says. Result: the sum of {@code i & 7}. */
    SLEEPS;

    /**
     * The sum of the last three bits of the numbers below a bound: what most workloads return.
     *
     * @param bound how many numbers
     * @return the sum
     */
    public static long sumBelow(int bound) {
        long whole = bound / 8;
        long rest = bound % 8;
        return whole * 28 + rest * (rest - 1) / 2;
    }
}
