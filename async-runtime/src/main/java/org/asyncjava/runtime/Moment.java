package org.asyncjava.runtime;

/**
 * When a test is cancelled, or what it awaits fails.
 *
 * @param await at which of its awaits, from 1 on; 0: at none
 * @param stage of that await
 */
record Moment(int await, Stage stage) {
    /** How far the await is. */
    enum Stage {
        /** The test has just been suspended: what it waits for is given up. */
        BEGUN,
        /** What it waited for is there, and it is about to go on: that is dropped. */
        OVER
    }

    static final Moment NONE = new Moment(0, Stage.BEGUN);

    private static final String OVER = "+";

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws NumberFormatException when it is something else
     */
    static Moment parse(String text) {
        boolean isOver = text.endsWith(OVER);
        int await = Integer.parseInt(isOver ? text.substring(0, text.length() - 1) : text);
        if (await < (isOver ? 1 : 0)) {
            throw new NumberFormatException(text);
        }
        return new Moment(await, isOver ? Stage.OVER : Stage.BEGUN);
    }

    boolean isNone() {
        return await == 0;
    }

    /** When the await after this one has begun. */
    Moment nextAwait() {
        return new Moment(await + 1, Stage.BEGUN);
    }

    /** When this await is over. */
    Moment over() {
        return new Moment(await, Stage.OVER);
    }

    /** To be read: {@code "await 3"}, {@code "await 3, which is over"}. */
    String described() {
        return "await " + await + (stage == Stage.OVER ? ", which is over" : "");
    }

    @Override
    public String toString() {
        return await + (stage == Stage.OVER ? OVER : "");
    }
}
