package org.asyncjava.runtime;

/**
 * A generator that a test has not closed.
 *
 * @param owner the generator
 * @param text what it was when the test ended
 */
record LeftOpen(ClosableCall<?> owner, String text) implements Lender {
    static LeftOpen of(ClosableCall<?> generator) {
        return new LeftOpen(generator, ShortText.of(generator));
    }

    @Override
    public long lent() {
        return 1;
    }

    @Override
    public String missing() {
        return "a generator was not closed: " + text;
    }
}
