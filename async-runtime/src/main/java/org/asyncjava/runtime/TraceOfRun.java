package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;

/** Who ran when in a run that has failed, to be read. */
final class TraceOfRun {
    /** What is printed of a long run, from its beginning and from its end. */
    private static final int PRINTED = 60;
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
            return task.name();
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
            return innermost == null ? task.position().described() : programCall(innermost).described();
        }
        if (item instanceof HotContinuation<?> call) {
            return SourcePosition.of(call).described();
        }
        return "";
    }

    /** The innermost call that is not the runtime's own. */
    static SourcePosition programCall(Continuation<?> innermost) {
        SourcePosition position = SourcePosition.of(innermost);
        Object frame = innermost.caller;
        while (isOwn(position) && frame instanceof Continuation<?> caller) {
            position = SourcePosition.of(caller);
            frame = caller.caller;
        }
        return position;
    }

    /** A task and the line of the program that it is at while it runs; for what is no task the line alone. */
    static String caller(Task<?> task) {
        String frame = StackWalker.getInstance().walk(frames -> frames.filter(each -> !each.getClassName().startsWith(PACKAGE)).findFirst())
                .map(each -> each.toStackTraceElement().toString()).orElse("");
        return task == null ? frame : task.name() + " at " + frame;
    }

    private static boolean isOwn(SourcePosition position) {
        return position.isIn(PACKAGE);
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
