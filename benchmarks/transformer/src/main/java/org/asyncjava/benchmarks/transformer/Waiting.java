package org.asyncjava.benchmarks.transformer;

/** How the methods of a {@link Corpus} wait for what is not there yet. */
enum Waiting {
    /** They are async, and await it. */
    AWAITING("await(", ")"),

    /** They block, in a project that does not know of async-java. */
    BLOCKING("", ".join()");

    private final String before;
    private final String after;

    Waiting(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** What stands before the expression that is waited for. */
    String before() {
        return before;
    }

    /** What stands behind it. */
    String after() {
        return after;
    }

    /** Source that only async code needs: an import, an annotation. */
    String ifAwaiting(String source) {
        return this == AWAITING ? source : "";
    }
}
