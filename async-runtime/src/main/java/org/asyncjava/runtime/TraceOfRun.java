package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;

/** Who ran when in a run that has failed, to be read. */
final class TraceOfRun {
    /** What is printed of a long run, from its beginning and from its end. */
    private static final int PRINTED = 60;
    /** How many of the calls that a step is in are printed. */
    private static final int CALLS = 4;
    private static final String PACKAGE = TraceOfRun.class.getPackageName() + ".";

    private final List<String> steps = new ArrayList<>();

    /**
     * Notes a step before it runs.
     *
     * @param item what runs
     * @param turn what would run in asyncio's order; the same if that is what runs
     */
    void step(Runnable item, Runnable turn) {
        steps.add(item == turn ? "  " + described(item) : "> " + described(item) + ", before " + nameOf(turn));
    }

    /** Notes what the test does to the program. */
    void note(String what) {
        steps.add("! " + what);
    }

    private static String described(Runnable item) {
        String place = placeOf(item);
        return place.isEmpty() ? nameOf(item) : nameOf(item) + "  " + place;
    }

    private static String nameOf(Runnable item) {
        if (item instanceof Task<?> task) {
            return task.isDone() ? task.name() + " has ended" : task.name();
        }
        if (item instanceof WakeUp wakeUp && wakeUp.driver() instanceof HotResumption resumption) {
            return "method " + SourcePosition.of(resumption.hotCall()).method();
        }
        if (item instanceof HotContinuation<?> call) {
            return "method " + SourcePosition.of(call).method();
        }
        return item instanceof Timers.Timer ? "a timer" : item instanceof ThreadTurn ? "a call on a thread" : "a callback";
    }

    /** Where it goes on. */
    private static String placeOf(Runnable item) {
        if (item instanceof Task<?> task && !task.isDone()) {
            Continuation<?> innermost = task.suspendedCall();
            return innermost == null ? task.position().described() : programCalls(innermost);
        }
        if (item instanceof HotContinuation<?> call) {
            return SourcePosition.of(call).described();
        }
        return "";
    }

    /** The calls that are not the runtime's own, from the innermost outwards: what is innermost in a test is often a stand-in that all use. */
    static String programCalls(Continuation<?> innermost) {
        List<String> calls = new ArrayList<>();
        SourcePosition position = SourcePosition.of(innermost);
        for (Object frame = innermost; frame instanceof Continuation<?> call && calls.size() < CALLS; frame = call.caller) {
            position = SourcePosition.of(call);
            if (!position.isIn(PACKAGE)) {
                calls.add(position.described());
            }
        }
        return calls.isEmpty() ? position.described() : String.join(" < ", calls);
    }

    /** A task and the line of the program that it is at while it runs; for what is no task the line alone. */
    static String caller(Task<?> task) {
        String frame = StackWalker.getInstance().walk(frames -> frames.filter(each -> !each.getClassName().startsWith(PACKAGE)).findFirst())
                .map(each -> PlainFrames.of(each.toStackTraceElement()).toString()).orElse("");
        return task == null ? frame : task.name() + " at " + frame;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int width = Integer.toString(steps.size()).length();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.size() > 2 * PRINTED && i == PRINTED) {
                i = steps.size() - PRINTED;
                text.append("  ... ").append(i - PRINTED).append(" steps\n");
            }
            text.append(String.format("  %" + width + "d %s%n", i + 1, steps.get(i)));
        }
        return text.toString();
    }
}
