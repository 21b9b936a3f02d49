package org.asyncjava.benchmarks.transformer;

/** How the methods of a {@link Corpus} wait for what is not there yet. */
enum Waiting {
    /** They are async, and await it. */
    AWAITING("await(", ")", "import static org.asyncjava.Await.await;\n\n"),

    /** They are written for EA Async, which knows them by what they return, and reads class files up to Java 13. */
    FOR_EA_ASYNC("await(", ")", "import static com.ea.async.Async.await;\n\n"),

    /** They block, in a project that does not know of async-java. */
    BLOCKING("", ".join()", "");

    private final String before;
    private final String after;
    private final String imports;

    Waiting(String before, String after, String imports) {
        this.before = before;
        this.after = after;
        this.imports = imports;
    }

    /** What stands before the expression that is waited for. */
    String before() {
        return before;
    }

    /** What stands behind it. */
    String after() {
        return after;
    }

    /** Where the method comes from that stands before it. */
    String imports() {
        return imports;
    }

    /** Source that only our async code needs: an annotation, and its import. */
    String ifAwaiting(String source) {
        return this == AWAITING ? source : "";
    }
}
