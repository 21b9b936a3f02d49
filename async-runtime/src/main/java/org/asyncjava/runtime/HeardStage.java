package org.asyncjava.runtime;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * A stage among those of a {@link JointWait} that is heard through an object of its own: a call of an async method, whose failure is not unwrapped;
 * and what is not the JDK's, which may call back twice, throw, and cannot be asked later. The reference is the outcome.
 */
final class HeardStage extends AtomicReference<Object> implements BiFunction<Object, Throwable, Object> {
    private static final long serialVersionUID = 1L;

    final transient CompletionStage<?> stage;
    private final transient JointWait<?> wait;

    HeardStage(JointWait<?> wait, CompletionStage<?> stage) {
        this.wait = wait;
        this.stage = stage;
    }

    /** The stage in a place of {@link JointWait#operands}. */
    static CompletionStage<?> stageOf(Object operand) {
        return operand instanceof HeardStage heard ? heard.stage : (CompletionStage<?>) operand;
    }

    void listen() {
        try {
            if (stage instanceof HotContinuation<?> call) {
                wait.listen(call, this);
            } else {
                stage.handle(this);
            }
        } catch (Throwable failure) {
            if (!end(null, failure)) {
                DroppedFailure.reportBroken("handle() of a stage", failure, null);
            }
        }
    }

    @Override
    public Object apply(Object value, Throwable failure) {
        if (!end(value, failure == null ? null : toThrow(failure))) {
            DroppedFailure.reportRepeated("a stage has called the function of its handle() again", null);
        }
        return null;
    }

    /** Of a call as it is, whatever it has been wrapped in on its way. */
    private Throwable toThrow(Throwable failure) {
        return stage instanceof HotContinuation<?> call ? StageOutcome.failureOf(call) : StageOutcome.thrown(failure, stage);
    }

    private boolean end(Object value, Throwable failure) {
        boolean first = compareAndSet(null, failure == null ? JointWait.stored(value) : JointWait.failed(failure));
        if (first) {
            wait.heard(value, failure, stage);
        }
        return first;
    }

    /** Of a stage that has ended. */
    Object result() throws Throwable {
        return JointWait.unstored(get());
    }

    boolean hasEnded() {
        return get() != null;
    }
}
