package org.asyncjava.runtime;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Adds to the stack trace of a failure the methods that await the one that has failed, as if their calls had stood on the stack.
 *
 * <p>A suspended method is not on the stack of what it awaits, so the trace of an exception thrown after a resumption ends at the loop. Each
 * time a failure passes from what has failed to a call that awaits it, that call's method, file and line go into the trace, marked as
 * {@code async//shop.Orders.total(Orders.java:12)}: behind the frames of the method that has thrown and in front of those of the loop. A
 * call that had no need to be suspended is followed by what has called it. It is what asyncio's traceback shows.
 *
 * <p>The trace of an exception is that of one chain of calls, however many wait for it or get it again: a call is added only if the trace
 * has come to what the call awaits ({@link TraceEnds}), or, for an exception that something other than an async method hands over, if it has
 * not reached any call yet.
 *
 * <p>What stands in a trace of the runtime and of generated code is folded ({@link FoldedTrace}), as soon as a failure leaves an async method; with
 * {@code -Dasyncjava.internalFrames=true} it is kept.
 *
 * <p>Cancellations are left alone, being no errors, and so are exceptions without a stack trace. {@code -Dasyncjava.logicalTraces=false}
 * leaves all alone, for programs in which failures are so frequent that it matters what one costs.
 */
final class LogicalTrace {
    /** Stands where other frames have the name of a class loader, so that tools read the frame as any other. */
    private static final String MARK = "async";
    /** As many frames as HotSpot keeps of a stack. A failure that crosses a long chain must not pay for the square of its length. */
    private static final int LONGEST = 1024;
    private static final boolean ENABLED = !"false".equals(System.getProperty("asyncjava.logicalTraces"));
    /** Whether frames of the runtime and of generated code are taken out ({@link FoldedTrace}). */
    private static final boolean FOLDED = ENABLED && !Boolean.getBoolean("asyncjava.internalFrames");
    private static final String RUNTIME = LogicalTrace.class.getPackageName() + ".";
    private static final TraceEnds ENDS = new TraceEnds();
    /** What may stand between a driver and a machine. */
    private static final Set<String> BELOW_MACHINES =
            Set.of(Continuation.class.getName(), HotContinuation.class.getName(), HotFields.class.getName());

    private LogicalTrace() {
    }

    /**
     * A failure is about to wake who waits for it. Never throws. Something else may wake the call on another thread just now, a cancellation for
     * instance; then the trace may name a line where the call stands next.
     *
     * @param failure what has failed has ended with it
     * @param from what has failed
     * @param to what waits: a suspended call, or what has subscribed on behalf of one; if it is neither, nothing is added
     */
    static void reaches(Throwable failure, Object from, Object to) {
        if (!ENABLED || failure instanceof CancellationException) {
            return;
        }
        Object call = to instanceof Driver driver ? callOf(driver) : to;
        SourcePosition awaiting = positionOf(call);
        if (standsForAnother(call)) {
            passes(failure, from, call);
        } else if (awaiting != null) {
            extend(failure, from, new WeakReference<>(call), trace -> List.of(awaiting.frame(MARK)));
        }
    }

    /**
     * A failure is thrown out of an async method. Never throws.
     *
     * @param failure what it throws; whoever awaits the method has not been told yet
     */
    static void leaves(Throwable failure) {
        if (FOLDED && !isSignal(failure) && ENDS.of(failure) == null) {
            foldOnce(failure, ThreadState.current());
        }
    }

    /** A failure that leaves a method leaves those that have called it next. */
    private static void foldOnce(Throwable failure, ThreadState thread) {
        if (thread.folded == null || thread.folded.get() != failure) {
            fold(failure);
            thread.folded = new WeakReference<>(failure);
        }
    }

    /** Tells what is no error: a loop that is left early, or a task that is cancelled, is to cost no more than it did. */
    private static boolean isSignal(Throwable failure) {
        return failure instanceof CancellationException || failure instanceof ClosingSignal;
    }

    private static void fold(Throwable failure) {
        try {
            StackTraceElement[] trace = failure.getStackTrace();
            StackTraceElement[] folded = FoldedTrace.of(trace);
            if (folded != trace) {
                failure.setStackTrace(folded);
            }
        } catch (Throwable refused) {
            return; // by a user's exception; the failure itself must reach its await
        }
    }

    /** Tells whether a frame is one that was added to a trace. */
    static boolean isAdded(StackTraceElement frame) {
        return MARK.equals(frame.getClassLoaderName());
    }

    private static boolean standsForAnother(Object call) {
        return call instanceof Follower || call instanceof Continuation<?> ending && ending.awaited instanceof Operand leaf && leaf.isItsFollower();
    }

    /**
     * As {@link #reaches(Throwable, Object, Object)} from what the call of a driver awaits.
     *
     * @param failure what has failed has ended with it
     * @param driver what has subscribed
     */
    static void reaches(Throwable failure, Driver driver) {
        Object call = callOf(driver);
        if (call instanceof Continuation<?> continuation) {
            reaches(failure, continuation.awaited, continuation);
        } else if (call instanceof HotCall hot) {
            reaches(failure, HotFields.awaited(hot), hot);
        }
    }

    /**
     * A failure is passed on without a call that awaits it: whoever awaits the second awaits the first. Never throws.
     *
     * @param failure what the first has ended with
     * @param from what has failed
     * @param to what fails in consequence; if null, nothing is noted
     */
    static void passes(Throwable failure, Object from, Object to) {
        if (ENABLED && to != null && ENDS.of(StageOutcome.thrown(failure, from)) != null) {
            extend(failure, from, new WeakReference<>(to), trace -> List.of());
        }
    }

    /**
     * A failure is about to be thrown by an await that may not have been suspended. Never throws.
     *
     * @param failure what the await throws
     * @param from what has failed
     * @return the failure
     */
    static Throwable rethrown(Throwable failure, Object from) {
        extend(failure, from, TraceEnds.ON_STACK, trace -> callsNotInTrace(trace, from));
        return failure;
    }

    /**
     * What stands on the stack; nothing if it stands in the trace already, since the failure was thrown down there a moment ago. A call that was
     * suspended has thrown on a stack of its own.
     */
    private static List<StackTraceElement> callsNotInTrace(StackTraceElement[] trace, Object from) {
        List<StackTraceElement> calls = ProgramCalls.onStack(LONGEST, FoldedTrace::isDriver);
        boolean named = calls.isEmpty() || endOfAdded(trace) == 0 && positionOf(from) == null
                && ProgramCalls.isThrownWithin(ProgramCalls.in(Arrays.stream(trace), LONGEST, FoldedTrace::isDriver), calls);
        return named ? List.of() : calls.stream().map(LogicalTrace::marked).toList();
    }

    private static StackTraceElement marked(StackTraceElement call) {
        return new StackTraceElement(MARK, null, null, call.getClassName(), call.getMethodName(), call.getFileName(), call.getLineNumber());
    }

    /**
     * Makes a trace longer if it has come to what has failed.
     *
     * @param end where it ends then
     * @param calls asked for what is to be added to which trace
     */
    private static void extend(Throwable failure, Object from, Reference<Object> end,
            Function<StackTraceElement[], List<StackTraceElement>> calls) {
        Throwable thrown = StageOutcome.thrown(failure, from);
        if (!ENABLED || thrown instanceof CancellationException) {
            return;
        }
        try {
            Reference<Object> before = ENDS.of(thrown);
            if (isElsewhere(before, from)) {
                return;
            }
            StackTraceElement[] trace = before == null && FOLDED ? FoldedTrace.of(thrown.getStackTrace()) : thrown.getStackTrace();
            int place = endOfChain(trace);
            if (trace.length > 0 && trace.length < LONGEST && (isAt(before, from) || leads(from, before, trace, place))) {
                List<StackTraceElement> added = calls.apply(trace);
                boolean moved = (end != TraceEnds.ON_STACK || !added.isEmpty()) && ENDS.move(thrown, before, end);
                if (moved && !added.isEmpty()) {
                    thrown.setStackTrace(withInserted(added, trace, place));
                }
            }
        } catch (Throwable refused) {
            // By a user's exception that overrides getStackTrace. The failure itself must reach its await.
        }
    }

    private static StackTraceElement[] withInserted(List<StackTraceElement> calls, StackTraceElement[] trace, int place) {
        List<StackTraceElement> longer = new ArrayList<>(Arrays.asList(trace));
        longer.addAll(place, calls.subList(0, Math.min(calls.size(), LONGEST - trace.length)));
        return longer.toArray(StackTraceElement[]::new);
    }

    /** Tells whether a trace is known to have come to another call. */
    private static boolean isElsewhere(Reference<Object> end, Object from) {
        return end != null && end != TraceEnds.ON_STACK && end.get() != from;
    }

    private static boolean isAt(Reference<Object> end, Object from) {
        return end != null && end != TraceEnds.ON_STACK && from != null && end.get() == from;
    }

    /** Tells by its frames whether a trace leads to what has failed, where no object tells. */
    private static boolean leads(Object from, Reference<Object> end, StackTraceElement[] trace, int place) {
        SourcePosition failed = positionOf(from);
        if (failed == null) {
            return end == null;
        }
        return end == null && failed.isIn(RUNTIME) || place > 0 && failed.isOf(trace[place - 1]);
    }

    /** The innermost call that a driver drives, if it is suspended. */
    private static Object callOf(Driver driver) {
        if (driver instanceof HotResumption resumption) {
            HotCall call = resumption.hotCall();
            return HotFields.awaited(call) instanceof Continuation<?> innermost ? innermost : call;
        }
        return driver instanceof Operand task ? task.suspendedCall() : null;
    }

    /** Where a call or a task's coroutine stands or has ended; null for anything else, also for a call that no code of a program stands for. */
    private static SourcePosition positionOf(Object call) {
        if (call instanceof Operand ours) {
            return ours.position();
        }
        return call instanceof HotCall hot ? SourcePosition.of(hot) : null;
    }

    /** Where the next frame goes: behind those that were added, or else behind those that have thrown. */
    private static int endOfChain(StackTraceElement[] trace) {
        int added = endOfAdded(trace);
        return added > 0 ? added : endOfThrown(trace);
    }

    /** Where the frames that were added end; 0 if there are none. */
    private static int endOfAdded(StackTraceElement[] trace) {
        int end = trace.length;
        while (end > 0 && !isAdded(trace[end - 1])) {
            end--;
        }
        return end;
    }

    /** Where the frames end that a driver has run; all of them if no driver has. */
    private static int endOfThrown(StackTraceElement[] trace) {
        int driver = 0;
        while (driver < trace.length && !FoldedTrace.isDriver(trace[driver])) {
            driver++;
        }
        int end = driver;
        while (driver < trace.length && end > 0 && isBelowBody(trace, end - 1)) {
            end--;
        }
        return end;
    }

    private static boolean isBelowBody(StackTraceElement[] trace, int at) {
        return GeneratedFrames.isMachine(trace[at]) || BELOW_MACHINES.contains(trace[at].getClassName())
                || at > 0 && GeneratedFrames.isCallerOf(trace[at], trace[at - 1]);
    }
}
