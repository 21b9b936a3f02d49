package org.asyncjava.runtime;

import java.util.concurrent.Executor;

/**
 * Hands calls whose operand is done to the executors that run them on. A call is run once for each time it is handed out, however often an
 * executor tries: it may have been suspended again since, with an operand that is not done.
 */
final class Dispatch {
    private Dispatch() {
    }

    /**
     * Has a call go on elsewhere. If that is refused it goes on here, with the refusal thrown at its await.
     *
     * @param executor runs the call on
     * @param call a call whose operand is done
     * @param thread the current thread's state
     */
    static void to(Executor executor, HotCall call, ThreadState thread) {
        HotResumption work = executor instanceof Loop || call instanceof HotContinuation ? handedOut(call) : new OnceResumption(call);
        try {
            executor.execute(work);
        } catch (Throwable refused) {
            if (isTaken(work)) {
                DroppedFailure.reportBroken("execute() of a dispatcher, which has run what it was given,", refused, work);
            } else {
                HotDrive.refused(call, refused, thread);
            }
        }
    }

    /** Wakes a driver where its call has no thread to go on. For threads of this library's. */
    static void fromOwnThread(Driver driver) {
        DefaultDispatch.run(() -> goOn(driver));
    }

    /** Wakes a driver on a thread that nobody waits for, which its call leaves if it has a dispatcher. */
    static void goOn(Driver driver) {
        HotCall call = driver instanceof HotResumption resumption ? resumption.hotCall() : null;
        if (!DefaultDispatch.isChosen() || call == null || ContextDispatcher.dispatcherOf(call) != null) {
            driver.wake();
        } else {
            to(DefaultDispatch.get(), call, ThreadState.current());
        }
    }

    /** What runs a call on, to be given to what is this library's own. */
    static HotResumption handedOut(HotCall call) {
        if (call instanceof HotContinuation<?> usual) {
            usual.handOut();
            return usual;
        }
        return call.hotResumption();
    }

    private static boolean isTaken(HotResumption work) {
        return work instanceof HotContinuation<?> usual ? !usual.take() : work instanceof OnceResumption once && !once.take();
    }

    /** Runs a call that was handed out, on the thread to which it was. */
    static void run(HotContinuation<?> call, ThreadState thread) {
        if (call.take()) {
            HotDrive.runAtHome(call, thread);
        } else {
            ranAgain(call);
        }
    }

    /** What a loop is about to run on goes on with a refusal thrown at its await, since it does so on a thread that is not the loop's. */
    static void refuse(HotResumption work, Throwable refusal) {
        HotCall call = work.hotCall();
        boolean isOn = call instanceof HotContinuation<?> usual && !usual.isHandedOut();
        if (!isOn && !Operands.hasFailed(HotDrive.leafOf(HotFields.awaited(call)))) {
            HotDrive.throwAtAwait(call, refusal);
        }
    }

    static void ranAgain(HotResumption work) {
        DroppedFailure.reportRepeated("a dispatcher has run a resumption of " + SourcePosition.of(work.hotCall().hotSource()).method() + " again", work);
    }
}
