package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steers a loop through one run of a test, and notes how it went. Of what is ready a task, a suspended method and a timer may wait while others run;
 * nothing overtakes a callback, so that those keep their order, and come before what became ready after them. Confined to the loop.
 */
final class SteeredRun implements Steering {
    /** Whoever is given way to for so long will not do what is waited for: from then on each has its turn. */
    private static final int DECISIONS = 100_000;

    private final EventLoop loop;
    private final Chooser chooser;
    private final Injection injection;
    /** Null while nobody will read it. */
    private final TraceOfRun trace;
    private final List<Runnable> candidates = new ArrayList<>();
    private final List<Schedule.Switch> switches = new ArrayList<>();
    private final List<Integer> choices = new ArrayList<>();
    private final Map<Lender, Long> lentBefore = new LinkedHashMap<>();
    /** Kept from being collected as garbage, for the sake of the same outcome each time. */
    private final List<ClosableCall<?>> generators = new ArrayList<>();
    private final List<Lender> leftOpen = new ArrayList<>();
    private final Map<Object, String> takers = new HashMap<>();
    private Runnable last;
    private boolean isInBody;

    SteeredRun(EventLoop loop, Chooser chooser, Injection injection, TraceOfRun trace) {
        this.loop = loop;
        this.chooser = chooser;
        this.injection = injection;
        this.trace = trace;
    }

    /** Says whether what the loop is run for now is the test itself, or what sets it up and clears up after it. */
    void isInBody(boolean inBody) {
        isInBody = inBody;
    }

    @Override
    public int next(ReadyQueue ready) {
        collect(ready);
        int place = candidates.size() == 1 ? 0 : choose();
        Runnable item = candidates.get(place);
        if (trace != null) {
            trace.step(item, candidates.get(0));
        }
        injection.beforeStep(item);
        return place;
    }

    private void collect(ReadyQueue ready) {
        candidates.clear();
        int place = 0;
        do {
            candidates.add(ready.get(place));
            place++;
        } while (place < ready.size() && mayWait(ready.get(place - 1)));
    }

    /** A task that has ended is in the queue in the place of a callback. */
    private static boolean mayWait(Runnable item) {
        return item instanceof Task<?> task ? !task.isDone()
                : item instanceof HotContinuation || item instanceof WakeUp || item instanceof ThreadTurn || item instanceof Timers.Timer;
    }

    private int choose() {
        int decision = choices.size();
        if (decision == DECISIONS) {
            return 0;
        }
        choices.add(candidates.size());
        int place = chooser.choose(decision, candidates, last);
        if (place > 0) {
            switches.add(new Schedule.Switch(decision, place));
        }
        return place;
    }

    @Override
    public void ran(Runnable item) {
        last = item;
        if (isInBody && item instanceof Task<?> task && loop.turns.isRunFor(task)) {
            Continuation<?> innermost = task.isDone() ? null : task.suspendedCall();
            if (innermost != null && injection.hits(task, innermost) && trace != null) {
                trace.note("the test is " + injection);
            }
        }
    }

    @Override
    public void uses(Lender lender) {
        lentBefore.computeIfAbsent(lender, Lender::lent);
    }

    @Override
    public void took(Lender lender) {
        if (trace != null) {
            takers.put(lender.owner(), TraceOfRun.caller(loop.tasks.current()));
        }
    }

    @Override
    public void stands(ClosableCall<?> generator) {
        generators.add(generator);
    }

    @Override
    public void ends() {
        generators.stream().filter(ClosableCall::isOpen).map(LeftOpen::of).forEach(leftOpen::add);
    }

    @Override
    public AssertionError stuck() {
        return new Stuck(loop, takers::get);
    }

    /** The switches that there have been. */
    List<Schedule.Switch> switches() {
        return switches;
    }

    /** How many could run at each decision. */
    List<Integer> choices() {
        return choices;
    }

    /** What was lent and has not come back, and what was left open. */
    List<Lender> missing() {
        List<Lender> missing = new ArrayList<>(leftOpen);
        lentBefore.forEach((lender, before) -> {
            if (lender.lent() > before) {
                missing.add(lender);
            }
        });
        return missing;
    }
}
