package org.asyncjava.benchmarks.contenders.limitfull;

/** Calls itself, awaits that and adds one; the innermost awaits something that suspends, and returns its last three bits. */
final class NestedAbove extends Call {
    private final LimitFull publisher;
    private final int depth;
    private final int awaits;

    NestedAbove(LimitFull publisher, int depth, int awaits) {
        this.publisher = publisher;
        this.depth = depth;
        this.awaits = awaits;
    }

    @Override
    protected void resume() throws Throwable {
        Object result;
        if (place() == 1) {
            result = returned();
        } else {
            Call callee = depth == 0 ? new SumOfPublished(publisher, awaits) : new NestedAbove(publisher, depth - 1, awaits);
            if (begin(callee)) {
                suspend(callee, 1);
                return;
            }
            result = callee.take();
        }
        complete(depth == 0 ? (int) ((Long) result & 7) : (Integer) result + 1);
    }
}
