package org.asyncjava.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        methods.forEach(method -> others.add(new Seen(method, List.of(), 0)));
        while (!others.isEmpty()) {
            add(others.removeFirst(), others);
        }
    }

    /** A task with its suspended calls, innermost first, or a method; and the number of the loop. */
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
                .forEach(each -> seen.add(new Seen(each.task, framesOf(each.task), loops.size())));
        loop.hotCalls.all().forEach(method -> seen.add(new Seen(method, List.of(), loops.size())));
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
        List<StackTraceElement> step = inStep && !asks ? Arrays.asList(thread.getStackTrace()) : List.of();
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
            for (Continuation<?> frame : seen.frames) {
                holdings(frame, frame.source(), frame.place(), seen.call);
            }
        } else if (seen.call instanceof HotCall method) {
            holdings(method, method.hotSource(), HotState.point(HotFields.state(method)), seen.call);
        }
    }

    private void holdings(Object machine, String source, int place, Object call) {
        for (Object local : locals.of(machine)) {
            if (local instanceof Held held && held.owner() != null) {
                waits.holds(held.owner(), call);
            } else if ((local instanceof AsyncLock || local instanceof AsyncSemaphore) && isWithin(SourcePosition.of(source, place))) {
                waits.holds(local, call);
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
        DumpedCall dumped = seen.call instanceof Task<?> task ? dumped(task, seen) : dumped((HotCall) seen.call, seen.loop);
        calls.put(seen.call, dumped);
        inOrder.add(dumped);
        for (Object awaited : dumped.awaited()) {
            if (awaited instanceof HotCall) {
                others.add(new Seen(awaited, List.of(), 0));
            }
        }
    }

    private DumpedCall dumped(Task<?> task, Seen seen) {
        List<StackTraceElement> stack = new ArrayList<>(seen.frames.size());
        for (Continuation<?> frame : seen.frames) {
            if (!(frame instanceof Follower)) {
                stack.add(frames.of(frame));
            }
        }
        Object operand = awaited(task);
        String state = task.isRunning() ? "running" : operand != null ? "waiting" : task.hasStarted() ? "ready" : "new";
        return new DumpedCall(task, task.name(), seen.loop, CreationSites.suffix(task), place(state, stack, operand, task.loop));
    }

    private DumpedCall dumped(HotCall method, int loop) {
        Object operand = awaited(method);
        return new DumpedCall(method, SourcePosition.of(method).method() + "()", loop, "",
                place(operand == null ? "running" : "waiting", List.of(frames.of(method)), operand, null));
    }

    private DumpedCall.Place place(String state, List<StackTraceElement> stack, Object operand, EventLoop loop) {
        if (operand == null) {
            return new DumpedCall.Place(state, stack, "", List.of(), false);
        }
        List<Object> awaited = waits.awaitedBy(operand);
        return new DumpedCall.Place(state, stack, text(operand, loop), awaited, !awaited.isEmpty() && WaitQueue.ownerOf(operand) != null);
    }

    private String text(Object operand, EventLoop loop) {
        Long time = operand instanceof Sleep ? timers.get(operand) : null;
        if (time == null || loop == null) {
            return waits.text(operand);
        }
        return "a sleep, over in " + Duration.ofNanos(Nanos.until(time, loop.time()));
    }

    /** What a task or a method waits for; null if it does not wait. */
    private static Object awaited(Object call) {
        if (call instanceof Task<?> task) {
            Continuation<?> innermost = task.suspendedCall();
            return innermost == null || innermost.awaited instanceof Continuation ? null : innermost.awaited;
        }
        return HotFields.awaited((HotCall) call);
    }

    private static List<Continuation<?>> framesOf(Task<?> task) {
        List<Continuation<?>> frames = new ArrayList<>(4);
        Object frame = task.suspendedCall();
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
