package org.asyncjava.benchmarks.contenders.limitfull;

/** Awaits a call and adds one. */
final class Above extends Call {
    private final Call callee;

    Above(Call callee) {
        this.callee = callee;
    }

    static Call tower(int height, Call lowest) {
        Call top = lowest;
        for (int i = 0; i < height; i++) {
            top = new Above(top);
        }
        return top;
    }

    @Override
    protected void resume() throws Throwable {
        if (place() == 1) {
            complete((Integer) returned() + 1);
        } else if (begin(callee)) {
            suspend(callee, 1);
        } else {
            complete((Integer) callee.take() + 1);
        }
    }
}
