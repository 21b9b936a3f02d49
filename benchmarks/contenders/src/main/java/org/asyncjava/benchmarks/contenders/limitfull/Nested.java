package org.asyncjava.benchmarks.contenders.limitfull;

/** Calls itself, awaits that and adds one. */
final class Nested extends Call {
    private final int depth;

    Nested(int depth) {
        this.depth = depth;
    }

    @Override
    protected void resume() throws Throwable {
        int result = 0;
        if (place() == 1) {
            result = (Integer) returned() + 1;
        } else if (depth > 0) {
            Nested callee = new Nested(depth - 1);
            if (begin(callee)) {
                suspend(callee, 1);
                return;
            }
            result = (Integer) callee.take() + 1;
        }
        complete(result);
    }
}
