package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;

/** What is told of the process's loops through JMX. Thread-safe. */
final class LoopsBean implements LoopsMXBean {
    private final Lags lags = new Lags();

    @Override
    public int getLoopCount() {
        return LiveLoops.all().size();
    }

    @Override
    public int getTaskCount() {
        return LiveLoops.all().stream().mapToInt(loop -> loop.tasks.size()).sum();
    }

    @Override
    public int getMethodCount() {
        return LiveLoops.all().stream().mapToInt(loop -> loop.hotCalls.size()).sum();
    }

    @Override
    public long getLagNanos() {
        return lags.of(LiveLoops.all()).stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Override
    public List<LoopState> getLoops() {
        List<EventLoop> loops = LiveLoops.all();
        List<Long> lagNanos = lags.of(loops);
        List<LoopState> states = new ArrayList<>(loops.size());
        for (int i = 0; i < loops.size(); i++) {
            states.add(new SeenLoop(Snapshot.dumped(loops.get(i), i + 1), loops.get(i), lagNanos.get(i)));
        }
        return states;
    }

    @Override
    public String dump() {
        return CoroutineDump.text();
    }

    @Override
    public String dumpAsJson() {
        return CoroutineDump.json();
    }

    /** What was seen of a loop, in the form that JMX asks for. */
    private static final class SeenLoop implements LoopState {
        private final DumpedLoop seen;
        private final int taskCount;
        private final int tasksMade;
        private final int methodCount;
        private final long lagNanos;

        private SeenLoop(DumpedLoop seen, EventLoop loop, long lagNanos) {
            this.seen = seen;
            this.taskCount = loop.tasks.size();
            this.tasksMade = loop.tasks.made();
            this.methodCount = loop.hotCalls.size();
            this.lagNanos = lagNanos;
        }

        @Override
        public int getNumber() {
            return seen.number();
        }

        @Override
        public String getKind() {
            return seen.kind();
        }

        @Override
        public String getThread() {
            return seen.thread();
        }

        @Override
        public String getState() {
            return seen.state();
        }

        @Override
        public int getTaskCount() {
            return taskCount;
        }

        @Override
        public int getTasksMade() {
            return tasksMade;
        }

        @Override
        public int getMethodCount() {
            return methodCount;
        }

        @Override
        public long getLagNanos() {
            return lagNanos;
        }
    }
}
