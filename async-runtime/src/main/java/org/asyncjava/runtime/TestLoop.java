package org.asyncjava.runtime;

import java.util.function.Supplier;

/** Loops with virtual time: when nothing is ready the clock jumps to the next timer, so that sleeping takes no time. */
public final class TestLoop {
    private TestLoop() {
    }

    /**
     * Makes a loop whose clock starts at 0 and jumps.
     *
     * @return a new loop
     */
    public static EventLoop withVirtualTime() {
        return new EventLoop(new VirtualClock());
    }

    /**
     * Runs a program so that every {@code Coroutines.run} that it calls on this thread uses virtual time.
     *
     * @param program the program
     */
    public static void virtualTime(Runnable program) {
        ThreadState state = ThreadState.current();
        Supplier<EventLoop> outer = state.loopFactory;
        state.loopFactory = TestLoop::withVirtualTime;
        try {
            program.run();
        } finally {
            state.loopFactory = outer;
        }
    }
}
