package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

/** Runs the body of a task group, then waits for its tasks. */
final class TaskGroupCall<T> extends Continuation<T> {
    private static final int IN_BODY = 1;
    private static final int JOINING = 2;

    private final TaskGroup.Policy policy;
    private final AsyncFunction<? super TaskGroup, T> body;
    private TaskGroup group;
    private Object value;
    private Throwable failure;

    TaskGroupCall(TaskGroup.Policy policy, AsyncFunction<? super TaskGroup, T> body) {
        this.policy = policy;
        this.body = body;
    }

    @Override
    protected void resume() throws Throwable {
        switch (ColdSteps.state(this)) {
            case IN_BODY -> bodyEnded(ColdSteps.takeOperand(this));
            case JOINING -> joined(ColdSteps.takeOperand(this));
            default -> runBody();
        }
    }

    private void runBody() throws Throwable {
        group = new TaskGroup(policy, ScopeOwner.entering(this, "TaskGroup"));
        Coroutine<T> code;
        try {
            code = body.apply(group);
            if (ColdSteps.pending(code, this)) {
                ColdSteps.suspend(this, code, IN_BODY);
                return;
            }
        } catch (Throwable thrown) {
            code = Coroutine.failed(thrown);
        }
        bodyEnded(code);
    }

    private void bodyEnded(Object operand) throws Throwable {
        try {
            value = ColdSteps.outcome(operand);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        group.bodyEnded(failure);
        join();
    }

    private void joined(Object operand) throws Throwable {
        try {
            ColdSteps.outcome(operand);
        } catch (CancellationException cancelled) {
            group.waitCancelled(cancelled);
        }
        join();
    }

    private void join() throws Throwable {
        if (group.isJoining()) {
            ColdSteps.suspend(this, group.allEnded(), JOINING);
            return;
        }
        group.close(failure);
        complete(value);
    }

    @Override
    protected String source() {
        return policy.source;
    }
}
