package org.asyncjava.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the program's loops, tasks and suspended methods do now, as another thread sees it while they go on: it stops nobody and asks nobody, so that it tells of
 * loops that are blocked too. Whoever changes meanwhile may be seen half changed.
 */
final class Snapshot {
    /** A stack that is deeper is cut; a chain that is being changed may look like a circle. */
    private static final int DEEPEST = 1000;
    private static final String PACKAGE = Snapshot.class.getPackageName() + ".";

    private final List<DumpedLoop> loops = new ArrayList<>();
    private final Map<Object, DumpedCall> calls = new IdentityHashMap<>();
    private final List<DumpedCall> inOrder = new ArrayList<>();
    private final Waits waits = new Waits();
    private final SpilledReferences locals = new SpilledReferences();
    private final FramesOfCalls frames = new FramesOfCalls();
    private final Map<Timers.Timer, Long> timers = new IdentityHashMap<>();

    /** Of the whole process. */
    Snapshot() {
        this(LiveLoops.all(), SuspendedMethods.suspended());
    }

    /** Of some loops, and what these wait for. */
    Snapshot(List<EventLoop> some) {
        this(some, List.of());
    }

    private Snapshot(List<EventLoop> some, List<? extends HotCall> methods) {
        Set<EventLoop> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<EventLoop> left = new ArrayDeque<>(some);
        List<Seen> all = new ArrayList<>();
        while (!left.isEmpty()) {
            EventLoop loop = left.removeFirst();
            if (seen.add(loop)) {
                all.addAll(look(loop, left));
            }
        }
        all.forEach(this::relate);
        Deque<Seen> others = new ArrayDeque<>();
        all.forEach(each -> add(each, others));
        methods.forEach(method -> others.add(new Seen(method, framesOf(method), 0)));
        while (!others.isEmpty()) {
            add(others.removeFirst(), others);
        }
    }

    /** A task, or a method, with the suspended coroutines that it runs, innermost first; and the number of the loop. */
    private record Seen(Object call, List<Continuation<?>> frames, int loop) {
    }

    /** A task and its number, which may change while somebody sorts by it. */
    private record Numbered(Task<?> task, int number) {
    }

    private List<Seen> look(EventLoop loop, Deque<EventLoop> others) {
        loops.add(dumped(loop, loops.size() + 1));
        timers.putAll(loop.scheduler.timers().seen());
        List<Seen> seen = new ArrayList<>();
        loop.tasks.seen().stream().map(task -> new Numbered(task, task.number())).sorted(Comparator.comparingInt(Numbered::number))
                .forEach(each -> seen.add(new Seen(each.task, framesOf(each.task.suspendedCall()), loops.size())));
        loop.hotCalls.all().forEach(method -> seen.add(new Seen(method, framesOf(method), loops.size())));
        for (Seen each : seen) {
            if (awaited(each.call) instanceof OutsideCall<?> outside) {
                others.add(outside.callee());
            }
        }
        return seen;
    }

    /** A loop by itself. */
    static DumpedLoop dumped(EventLoop loop, int number) {
        Thread thread = loop.thread();
        boolean inStep = thread != null && loop.scheduler.running() != null;
        boolean asks = thread == Thread.currentThread();
        String kind = loop.strandTurns() != null ? "strand" : loop.turns == null ? "hosted loop" : "loop";
        String state = !inStep ? stateOf(loop, thread) : asks ? "in the step that asks" : "in a step";
        List<StackTraceElement> step = inStep && !asks ? DumpedLoop.stepOf(thread.getStackTrace()) : List.of();
        return new DumpedLoop(number, kind, thread == null ? "" : thread.getName(), state, step);
    }

    /** Of a loop that is in no step. */
    private static String stateOf(EventLoop loop, Thread thread) {
        if (!loop.isOpen()) {
            return "closing";
        }
        return thread != null ? "waiting" : loop.turns == null ? "idle" : "not running";
    }

    /** First all who hold something and all parts of something, so that whoever waits for it finds them. */
    private void relate(Seen seen) {
        if (seen.call instanceof Task<?> task) {
            waits.note(task);
        } else if (seen.call instanceof HotCall method) {
            holdings(method, method.hotSource(), HotState.point(HotFields.state(method)), seen.call);
        }
        for (Continuation<?> frame : seen.frames) {
            holdings(frame, frame.source(), frame.place(), seen.call);
        }
    }

    private void holdings(Object machine, String source, int place, Object call) {
        for (Object local : locals.of(machine)) {
            if (local instanceof Held held && held.owner() != null) {
                waits.holds(held.owner(), call);
            } else if ((local instanceof AsyncLock || local instanceof AsyncSemaphore) && isWithin(SourcePosition.of(source, place))) {
                waits.holds(local, call);
            } else if (local instanceof Timeout limit && limit.isTicking()) {
                waits.isLimited(call);
            }
        }
    }

    /** Where {@code with(...)} waits for the work, and not for the permit. */
    private static boolean isWithin(SourcePosition position) {
        return position.isNamed("with") && position.isIn(PACKAGE) && position.isBehindFirstAwait();
    }

    /** Those on no loop that something waits for come after all that are on one. */
    private void add(Seen seen, Deque<Seen> others) {
        if (calls.containsKey(seen.call)) {
            return;
        }
        DumpedCall dumped = seen.call instanceof Task<?> task ? dumped(task, seen) : dumped((HotCall) seen.call, seen);
        calls.put(seen.call, dumped);
        inOrder.add(dumped);
        for (Object awaited : dumped.awaited()) {
            if (awaited instanceof HotCall method) {
                others.add(new Seen(method, framesOf(method), 0));
            }
        }
    }

    private DumpedCall dumped(Task<?> task, Seen seen) {
        Object operand = awaited(task);
        String state = task.isRunning() ? "running" : operand != null ? "waiting" : task.hasStarted() ? "ready" : "new";
        List<DumpedFrame> stack = stack(seen, task.loop.isDebug() ? frames::withLocals : frames::of);
        DumpedCall.Past past = task.loop.isDebug() ? past(task, task.loop.time(), operand) : DumpedCall.Past.UNKNOWN;
        return new DumpedCall(task, task.name(), seen.loop, past, place(state, stack, operand, task));
    }

    private DumpedCall dumped(HotCall method, Seen seen) {
        Object operand = awaited(method);
        List<DumpedFrame> stack = stack(seen, Debug.ENABLED ? frames::withLocals : frames::of);
        stack.add(Debug.ENABLED ? frames.withLocals(method) : frames.of(method));
        DumpedCall.Past past = Debug.ENABLED && method instanceof HotContinuation ? past(method, System.nanoTime(), operand) : DumpedCall.Past.UNKNOWN;
        return new DumpedCall(method, SourcePosition.of(method).method() + "()", seen.loop, past, place(operand == null ? "running" : "waiting", stack, operand, method));
    }

    /** Of the coroutines that something runs; those of the library that only follow others are none. */
    private static List<DumpedFrame> stack(Seen seen, Function<Continuation<?>, DumpedFrame> frameOf) {
        List<DumpedFrame> stack = new ArrayList<>(seen.frames.size() + 1);
        for (Continuation<?> frame : seen.frames) {
            if (!(frame instanceof Follower)) {
                stack.add(frameOf.apply(frame));
            }
        }
        return stack;
    }

    private static DumpedCall.Past past(Object call, long now, Object operand) {
        CallTimes times = CallTimes.of(call);
        return new DumpedCall.Past(CreationSites.lineOf(call), times == null ? -1 : times.age(now), times == null || operand == null ? -1 : times.sinceStep(now));
    }

    private DumpedCall.Place place(String state, List<DumpedFrame> stack, Object operand, Object call) {
        return new DumpedCall.Place(state, stack, operand == null ? DumpedWait.NONE : waits.of(operand, call, () -> text(operand, call)));
    }

    private String text(Object operand, Object call) {
        Long time = operand instanceof Sleep ? timers.get(operand) : null;
        if (time == null || !(call instanceof Task<?> task)) {
            return waits.text(operand);
        }
        return "a sleep, over in " + Duration.ofNanos(Nanos.until(time, task.loop.time()));
    }

    /** What a task or a method waits for; null if it does not wait. */
    private static Object awaited(Object call) {
        if (call instanceof Task<?> task) {
            Continuation<?> innermost = task.suspendedCall();
            return innermost == null || innermost.awaited instanceof Continuation ? null : LostResults.Hidden.shown(innermost.awaited);
        }
        return HotDrive.leafOf(HotFields.awaited((HotCall) call));
    }

    private static List<Continuation<?>> framesOf(HotCall method) {
        return framesOf(HotFields.awaited(method));
    }

    private static List<Continuation<?>> framesOf(Object innermost) {
        List<Continuation<?>> frames = new ArrayList<>(4);
        Object frame = innermost;
        while (frame instanceof Continuation<?> continuation && frames.size() < DEEPEST) {
            frames.add(continuation);
            frame = continuation.caller;
        }
        return frames;
    }

    List<DumpedLoop> loops() {
        return loops;
    }

    /** All, loop by loop, the oldest task first. */
    List<DumpedCall> calls() {
        return inOrder;
    }

    /** What is known of something that is waited for; null if it has ended meanwhile. */
    DumpedCall of(Object call) {
        return calls.get(call);
    }
}
