package org.asyncjava.runtime;

/** Has a host wake a loop in time for the first of the loop's timers. Confined to the loop. */
final class AlarmClock {
    private final LoopHost host;
    private final Pump woken;

    /** Null while none is set. */
    private Alarm alarm;

    AlarmClock(LoopHost host, Pump woken) {
        this.host = host;
        this.woken = woken;
    }

    /** An alarm that is too early is left: the run that it causes sets the next one. Timers come and go more often than that. */
    void follow(Timers timers) {
        if (!timers.isEmpty()) {
            ring(timers.firstTime());
        } else if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    /** Rings at a time, or earlier; no time passes where it is skipped. */
    void ring(long when) {
        if (woken.clock().isVirtual() || when == Nanos.NEVER || alarm != null && !alarm.rung && alarm.time <= when) {
            return;
        }
        if (alarm != null) {
            alarm.cancel();
        }
        alarm = new Alarm(when);
        alarm.set(host, Math.max(1, Nanos.until(when, woken.clock().now())), woken);
    }
}
