package org.asyncjava.runtime;

/** Awaits a leaf and results in a value of its own. */
final class Then<T> extends Continuation<T> {
    private final Coroutine<?> leaf;
    private final T value;

    Then(Coroutine<?> leaf, T value) {
        this.leaf = leaf;
        this.value = value;
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.state(this) == 1) {
            ColdSteps.outcome(ColdSteps.takeOperand(this));
        } else if (ColdSteps.pending(leaf, this)) {
            ColdSteps.suspend(this, leaf, 1);
            return;
        }
        complete(value);
    }

    @Override
    protected String source() {
        return Coroutines.class.getName() + "\0sleep\0\0";
    }
}
