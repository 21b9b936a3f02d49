package org.asyncjava.benchmarks.contenders.limitfull;

import org.asyncjava.benchmarks.Contender.Suspended;

/** Tasks that wait. */
final class Live implements Suspended {
    private final Loop loop;
    private final Promise[] operands;
    private final Task[] tasks;

    Live(Loop loop, int count) {
        this.loop = loop;
        operands = new Promise[count];
        tasks = new Task[count];
        for (int i = 0; i < count; i++) {
            tasks[i] = new Task(loop, new Hold(loop, operands, i, (long) i << 32, "held"));
        }
        loop.runUntilComplete(new GiveWay(1));
    }

    @Override
    public long finish() {
        for (int i = 0; i < operands.length; i++) {
            operands[i].complete(i & 7);
        }
        return (Long) loop.runUntilComplete(new SumOfTasks(tasks));
    }

    /** Awaits tasks one after the other and adds up their results. */
    private static final class SumOfTasks extends Call {
        private final Task[] tasks;
        private int i;
        private long sum;

        SumOfTasks(Task[] tasks) {
            this.tasks = tasks;
        }

        @Override
        protected void resume() throws Throwable {
            if (place() == 1) {
                sum += (Integer) promised();
                i++;
            }
            for (; i < tasks.length; i++) {
                if (!tasks[i].isDone()) {
                    suspend(tasks[i], 1);
                    return;
                }
                sum += (Integer) tasks[i].take();
            }
            complete(sum);
        }
    }
}
