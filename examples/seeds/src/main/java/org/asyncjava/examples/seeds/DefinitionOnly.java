package org.asyncjava.examples.seeds;

/** Program 19: a definition runs nothing. */
public final class DefinitionOnly {
    private DefinitionOnly() {
    }

    /**
     * Does nothing: {@link #sumNumbers} is defined and not called.
     *
     * @param args not used
     */
    public static void main(String[] args) {
    }

    static int sumNumbers(int x, int y) {
        return x + y;
    }
}
