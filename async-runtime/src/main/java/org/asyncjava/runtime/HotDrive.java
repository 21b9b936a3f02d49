package org.asyncjava.runtime;

import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Drives suspended calls: subscribes to what they wait for, resumes them where their dispatcher says, and hands over to the call that
 * waits for one that has ended. Nothing recurses without bound and nothing here throws.
 *
 * <p><b>Races.</b> A call publishes its operand and subscribes to it, and then looks whether its future was settled from outside; whoever
 * settles the future does so first and then looks for the operand. One of the two sees the other, so that the operand is cancelled; where
 * both do, cancelling twice is cancelling once.
 */
final class HotDrive {
    private HotDrive() {
    }

    /** Waits for an operand that a body has found pending. */
    static void await(HotCall call, Object operand) {
        Object waitsFor = Operands.attach(operand, call);
        if (waitsFor instanceof Continuation<?> callee) {
            Continuation<?> innermost = Chain.innermost(callee);
            waitsFor = innermost.state == Continuation.UNSTARTED ? Chain.advance(innermost) : innermost;
        }
        listen(call, waitsFor);
    }

    /** Waits for a leaf, or for the leaf of a chain's innermost continuation; goes on at once with a chain that has ended. */
    private static void listen(HotCall call, Object waitsFor) {
        HotFields.awaited(call, waitsFor);
        if (waitsFor instanceof Continuation<?> chain && chain.isEnded()) {
            wake(call);
            return;
        }
        Object leaf = leafOf(waitsFor);
        try {
            if (leaf == YieldNow.INSTANCE) {
                giveWay(call);
                return;
            }
            subscribe(call, leaf);
        } catch (Throwable refused) {
            throwAtAwait(call, refused);
            wake(call);
            return;
        }
        if (HotFields.isDone(call) && !HotState.isCancelDelivered(HotFields.state(call))) {
            HotCancel.request(call, leaf);
        }
    }

    private static void subscribe(HotCall call, Object leaf) {
        if (leaf.getClass() == CompletableFuture.class) {
            // Its compare-and-set does what the fence below does; without one the call has been resumed already.
            ((CompletableFuture<?>) leaf).handle(HotFields.resumption(call));
            return;
        }
        if (leaf instanceof Operand ours) { // asked first: a test for an interface would search the operand's supertypes in vain
            ours.subscribe(HotFields.resumption(call));
            if (!ours.subscribesWithFence()) {
                VarHandle.fullFence();
            }
            return;
        }
        if (leaf == call) {
            throw new IllegalStateException(SourcePosition.of(call.hotSource()).method() + " awaits its own result");
        }
        HotCall operand = HotFields.asCall(leaf);
        if (operand != null && operand.hotLink(call)) {
            if (HotFields.isDone(operand)) {
                wakeWaiterOf(operand);
            }
            return;
        }
        Operands.subscribe(leaf, HotFields.resumption(call));
        VarHandle.fullFence();
    }

    /** The dispatcher resumes the call, in its turn. There is nothing to cancel. */
    private static void giveWay(HotCall call) {
        Dispatcher dispatcher = ContextDispatcher.dispatcherOf(call);
        if (dispatcher == null) {
            YieldNow.INSTANCE.subscribe(HotFields.resumption(call));
        } else {
            Dispatch.to(dispatcher, call, ThreadState.current());
        }
    }

    /** Lets a call wait again for one that it was unlinked from; that one may have been settled meanwhile. */
    static void relink(HotCall waiter, HotCall operand) {
        subscribe(waiter, operand);
    }

    /** Wakes the call that is linked to one that is done, if it has not been woken yet. */
    static void wakeWaiterOf(HotCall done) {
        HotCall waiter = takeWaiter(done);
        if (waiter != null) {
            wake(waiter);
        }
    }

    private static HotCall takeWaiter(HotCall done) {
        HotCall waiter = HotFields.unlink(done);
        if (waiter != null) {
            noteFailure((CompletableFuture<?>) done, waiter);
        }
        return waiter;
    }

    /** A future of the program's own kind may refuse to be asked; whoever waits for it hears of that at the await. */
    private static void noteFailure(CompletableFuture<?> done, HotCall waiter) {
        try {
            if (done.isCompletedExceptionally()) {
                LogicalTrace.reaches(StageOutcome.failureOf(done), done, waiter);
            }
        } catch (Throwable refused) {
            return;
        }
    }

    static Object leafOf(Object waitsFor) {
        return waitsFor instanceof Continuation<?> innermost ? innermost.awaited : waitsFor;
    }

    /** The operand is done: goes on where the dispatcher says; if that refuses, here, with the refusal thrown at the await. */
    static void wake(HotCall call) {
        Dispatcher dispatcher = ContextDispatcher.dispatcherOf(call);
        ThreadState thread = ThreadState.current();
        if (thread.isHomeOf(dispatcher)) {
            run(call, thread);
        } else {
            Dispatch.to(dispatcher, call, thread);
        }
    }

    /** What a call waits for will not come: throws a failure at its await. To be called by who has the right to wake it, once. */
    static void refuse(HotCall call, Throwable failure) {
        throwAtAwait(call, failure);
        wake(call);
    }

    /** Goes on here with a refusal of the call's dispatcher thrown at the await. */
    static void refused(HotCall call, Throwable refusal, ThreadState thread) {
        throwAtAwait(call, refusal);
        runAway(call, thread);
    }

    /** Goes on, on a thread of the call's dispatcher. */
    static void runAtHome(HotCall call, ThreadState thread) {
        boolean away = thread.away;
        try {
            thread.away = false;
            run(call, thread);
        } finally {
            thread.away = away;
        }
    }

    /** Goes on, on this thread because the call's dispatcher has refused. */
    private static void runAway(HotCall call, ThreadState thread) {
        boolean away = thread.away;
        try {
            thread.away = true;
            run(call, thread);
        } finally {
            thread.away = away;
        }
    }

    /** Goes on, on this thread; at once unless too many resumptions are nested on it already. */
    private static void run(HotCall call, ThreadState thread) {
        int depth = thread.depth;
        if (depth == Trampoline.MAX_DEPTH) {
            Trampoline.queue(thread, thread.away ? () -> runAway(call, thread) : Dispatch.handedOut(call));
            return;
        }
        Dispatcher dispatcher = thread.dispatcher;
        Context context = thread.context;
        Object tailCaller = thread.tailCaller;
        Loop loop = Loop.running(thread);
        Object entered = loop == null ? null : loop.entered;
        try {
            thread.depth = depth + 1;
            thread.tailCaller = null;
            if (loop != null) {
                loop.enterNoTask();
            }
            context = Context.enter(thread, ContextDispatcher.contextOf(call));
            if (Debug.ENABLED && depth == 0 && loop == null) {
                SlowCallbacks.ELSEWHERE.run(() -> runChain(call, thread), call);
            } else {
                runChain(call, thread);
            }
        } finally {
            // First stores alone: at the end of the stack each call may fail, and none of these must be left out.
            thread.depth = depth;
            thread.tailCaller = tailCaller;
            if (thread.dispatcher != dispatcher) {
                thread.dispatcher = dispatcher;
            }
            if (thread.context != context) {
                thread.context = context;
            }
            if (loop != null && loop.entered != entered) {
                loop.entered = entered;
            }
            Context.carry(context);
            if (depth == 0) {
                Trampoline.runQueued(thread);
            }
        }
    }

    /** Runs a call, then the one that waits for it, and so on as long as they end and belong here. */
    private static void runChain(HotCall first, ThreadState thread) {
        HotCall call = first;
        while (call != null) {
            try {
                thread.dispatcher(ContextDispatcher.dispatcherOf(call));
                step(call);
            } catch (Throwable failure) {
                // Of a future of the program's own kind, or a dependent that cannot print the failure. What waits for the call goes on.
                DroppedFailure.report(failure, thread.dispatcher);
                tellTheOthers(call, thread);
            }
            call = nextAfter(call, thread);
            if (call != null) {
                Context.replace(thread, ContextDispatcher.contextOf(call));
            }
        }
    }

    /** A CompletableFuture stops telling its dependents when one throws; asked to complete again it goes on with those that are left. */
    private static void tellTheOthers(HotCall call, ThreadState thread) {
        boolean left = call instanceof HotContinuation && HotFields.isDone(call);
        while (left) {
            try {
                HotFields.settle(call, null);
                left = false;
            } catch (Throwable failure) {
                DroppedFailure.report(failure, thread.dispatcher);
            }
        }
    }

    private static HotCall nextAfter(HotCall call, ThreadState thread) {
        HotCall waiter = HotFields.isDone(call) ? takeWaiter(call) : null;
        if (waiter == null || thread.isHomeOf(ContextDispatcher.dispatcherOf(waiter))) {
            return waiter;
        }
        wake(waiter);
        return null;
    }

    /** Runs a call whose operand is done to its next suspension or its end. */
    private static void step(HotCall call) {
        if (HotState.isFollowing(HotFields.state(call))) {
            HotSteps.copyOutcome(HotFields.awaited(call), call);
            return;
        }
        if (HotFields.isDone(call) && !HotState.isCancelDelivered(HotFields.state(call))) {
            HotFields.state(call, HotFields.state(call) | HotState.CANCEL_DELIVERED);
            VarHandle.releaseFence();
            throwAtAwait(call, new CancellationException());
        }
        if (HotFields.awaited(call) instanceof Continuation<?> innermost && !advance(call, innermost)) {
            return;
        }
        try {
            HotFields.resume(call);
        } catch (Throwable failure) {
            HotSteps.fail(failure, call);
        }
    }

    /** Runs the awaited coroutine on; false if it is suspended again. */
    private static boolean advance(HotCall call, Continuation<?> innermost) {
        if (innermost.isEnded()) {
            return true;
        }
        // While the chain runs its continuations hold results as well: nobody must take one of those for an operand to be cancelled.
        HotFields.awaited(call, null);
        VarHandle.storeStoreFence();
        Continuation<?> stopped = Chain.advance(innermost);
        if (stopped.isEnded()) {
            if (stopped.state == Continuation.FAILED) {
                LogicalTrace.reaches((Throwable) stopped.awaited, stopped, call);
            }
            HotFields.awaited(call, stopped);
            return true;
        }
        ContextDispatcher.refresh(call, ThreadState.current());
        listen(call, stopped);
        return false;
    }

    /** Puts a failure in the place of the operand's outcome. */
    static void throwAtAwait(HotCall call, Throwable failure) {
        Coroutine<?> thrown = Coroutine.failed(failure);
        if (HotFields.awaited(call) instanceof Continuation<?> innermost && !innermost.isEnded()) {
            innermost.awaited = thrown;
            LogicalTrace.reaches(failure, null, innermost);
        } else {
            HotFields.awaited(call, thrown);
            LogicalTrace.reaches(failure, null, call);
        }
    }
}
