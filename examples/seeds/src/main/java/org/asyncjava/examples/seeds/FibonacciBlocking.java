package org.asyncjava.examples.seeds;

import static java.time.Duration.ofMillis;

/** Program 27: a recursion whose 177 calls block one after the other. */
public final class FibonacciBlocking {
    private int count;

    private FibonacciBlocking() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        long start = System.nanoTime();
        FibonacciBlocking counted = new FibonacciBlocking();
        int result = counted.fib(10);
        System.out.println(result + " " + counted.count);
        System.out.println(PythonText.secondsSince(start));
    }

    private int fib(int n) {
        count++;
        Blocking.sleep(ofMillis(100));
        if (n > 1) {
            return fib(n - 1) + fib(n - 2);
        }
        return n;
    }
}
