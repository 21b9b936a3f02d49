package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.List;

/** Notes the context and the task before and after an await, and sets another context before it. */
final class ChangeContext extends Call {
    private final Loop loop;
    private final Promise operand;
    private final List<Object> log;

    ChangeContext(Loop loop, Promise operand, List<Object> log) {
        this.loop = loop;
        this.operand = operand;
        this.log = log;
    }

    @Override
    protected void resume() throws Throwable {
        log.add(loop.context());
        log.add(loop.currentTask());
        if (place() == 1) {
            complete(promised());
        } else {
            loop.setContext("inside");
            suspend(operand, 1);
        }
    }
}
