package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Adds to the stack trace of a failure the methods that await the one that has failed, as if their calls had stood on the stack.
 *
 * <p>A suspended method is not on the stack of what it awaits, so the trace of an exception thrown after a resumption ends at the loop. Each
 * time a failure passes from what has failed to a call that awaits it, that call's method, file and line go into the trace, marked as
 * {@code async//shop.Orders.total(Orders.java:12)}: behind the frames of the method that has thrown and in front of those of the loop. A
 * call that had no need to be suspended is followed by what has called it. It is what asyncio's traceback shows.
 *
 * <p>The trace of an exception is that of one chain of calls, however many wait for it or get it again: a call is added only if the trace
 * has come to what the call awaits, or, for an exception that something other than an async method hands over, if there is no such frame yet.
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
    private static final String RUNTIME = LogicalTrace.class.getPackageName() + ".";
    private static final StackWalker CALLS = StackWalker.getInstance();
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
        if (!ENABLED) {
            return;
        }
        try {
            SourcePosition awaiting = positionOf(to instanceof Driver driver ? callOf(driver) : to);
            Throwable thrown = StageOutcome.thrown(failure, from);
            if (awaiting != null && !(thrown instanceof CancellationException)) {
                add(thrown, positionOf(from), List.of(awaiting.frame(MARK)));
            }
        } catch (Throwable refused) {
            // By a user's exception that overrides getStackTrace. The failure itself must reach its await.
        }
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
     * A failure is about to be thrown by an await that may not have been suspended. Never throws.
     *
     * @param failure what the await throws
     * @param from what has failed
     * @return the failure
     */
    static Throwable rethrown(Throwable failure, Object from) {
        if (!ENABLED || failure instanceof CancellationException) {
            return failure;
        }
        try {
            StackTraceElement[] trace = failure.getStackTrace();
            List<StackTraceElement> calls = trace.length == 0 ? List.of() : CALLS.walk(LogicalTrace::calls);
            if (!calls.isEmpty() && Arrays.stream(trace).noneMatch(frame -> isSame(frame, calls.get(0)))) {
                add(failure, positionOf(from), calls);
            }
        } catch (Throwable refused) {
            // As above.
        }
        return failure;
    }

    /** What a driver runs on this stack, or all of it, without the runtime's and the transformer's frames. */
    private static List<StackTraceElement> calls(Stream<StackWalker.StackFrame> stack) {
        List<StackTraceElement> calls = new ArrayList<>();
        stack.map(StackWalker.StackFrame::toStackTraceElement).takeWhile(frame -> !isDriver(frame) && calls.size() < LONGEST)
                .filter(frame -> frame.getLineNumber() > 0 && !frame.getClassName().startsWith(RUNTIME))
                .map(frame -> new StackTraceElement(MARK, null, null, frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber()))
                .forEach(calls::add);
        return calls;
    }

    private static boolean isSame(StackTraceElement frame, StackTraceElement call) {
        return frame.getLineNumber() == call.getLineNumber() && frame.getMethodName().equals(call.getMethodName())
                && frame.getClassName().equals(call.getClassName());
    }

    /** The innermost call that a driver drives, if it is suspended. */
    private static Object callOf(Driver driver) {
        if (driver instanceof HotResumption resumption) {
            HotCall call = resumption.hotCall();
            return HotFields.awaited(call) instanceof Continuation<?> innermost ? innermost : call;
        }
        return driver instanceof Task<?> task ? task.suspendedCall() : null;
    }

    /** Where a call or a task's coroutine stands or has ended; null for anything else. */
    private static SourcePosition positionOf(Object call) {
        if (call instanceof Continuation<?> continuation) {
            return SourcePosition.of(continuation);
        }
        if (call instanceof HotCall hot) {
            return SourcePosition.of(hot);
        }
        return call instanceof Task<?> task ? task.coroutine() : null;
    }

    private static void add(Throwable failure, SourcePosition from, List<StackTraceElement> calls) {
        StackTraceElement[] trace = failure.getStackTrace();
        if (trace.length == 0 || trace.length >= LONGEST || calls.isEmpty()) {
            return;
        }
        int added = endOfAdded(trace);
        int place = added > 0 ? added : endOfThrown(trace);
        boolean continues = from == null ? added == 0 : place > 0 && endsIn(from, trace[place - 1]);
        if (continues) {
            List<StackTraceElement> longer = new ArrayList<>(Arrays.asList(trace));
            longer.addAll(place, calls.subList(0, Math.min(calls.size(), LONGEST - trace.length)));
            failure.setStackTrace(longer.toArray(StackTraceElement[]::new));
        }
    }

    private static boolean endsIn(SourcePosition call, StackTraceElement frame) {
        return call.isOf(frame) || call.isIn(RUNTIME) && frame.getClassName().startsWith(RUNTIME);
    }

    /** Where the frames that were added end; 0 if there are none. */
    private static int endOfAdded(StackTraceElement[] trace) {
        int end = trace.length;
        while (end > 0 && !MARK.equals(trace[end - 1].getClassLoaderName())) {
            end--;
        }
        return end;
    }

    /** Where the frames end that a driver has run; all of them if no driver has. */
    private static int endOfThrown(StackTraceElement[] trace) {
        int driver = 0;
        while (driver < trace.length && !isDriver(trace[driver])) {
            driver++;
        }
        int end = driver;
        while (driver < trace.length && end > 0 && isBelowBody(trace[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isDriver(StackTraceElement frame) {
        return frame.getMethodName().equals("runOnDriver") && frame.getClassName().equals(Continuation.class.getName())
                || frame.getMethodName().equals("step") && frame.getClassName().equals(HotDrive.class.getName());
    }

    /** Machines' methods have no lines. */
    private static boolean isBelowBody(StackTraceElement frame) {
        return BELOW_MACHINES.contains(frame.getClassName())
                || frame.getLineNumber() < 0 && (frame.getMethodName().equals("resume") || frame.getMethodName().equals("hotResume"));
    }
}
