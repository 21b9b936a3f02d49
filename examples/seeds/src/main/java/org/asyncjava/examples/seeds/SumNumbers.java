package org.asyncjava.examples.seeds;

/** Program 18: a plain call. */
public final class SumNumbers {
    private SumNumbers() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        System.out.println(sumNumbers(4, 5));
    }

    private static int sumNumbers(int x, int y) {
        return x + y;
    }
}
