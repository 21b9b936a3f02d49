package org.asyncjava.it.harness;

/** A source that javac refuses: a mistake in a target or in the generator of random programs. */
public final class CompilationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CompilationFailure(String errors) {
        super(errors);
    }
}
