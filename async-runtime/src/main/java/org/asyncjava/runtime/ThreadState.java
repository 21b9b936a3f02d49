package org.asyncjava.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the runtime knows of the current thread, in one thread-local object so that a suspension or a resumption looks it up once.
 *
 * <p>Confined to its thread; nothing in here is synchronised. In an application that a server can let go, a thread holds its state weakly while
 * nothing is set that is to last: otherwise it would hold this class too, and with it the application's class loader, as the threads of a server's
 * pools live on. Whoever sets something for a time holds the state meanwhile, since he is to restore it.
 */
final class ThreadState {
    /** A state, or a weak reference to one: see {@link #keep}. */
    private static final ThreadLocal<Object> CURRENT = new ThreadLocal<>();

    /**
     * Each suspension looks for the state of its thread right behind an atomic operation, where the JVM waits for each load: without a weak reference
     * on the way, nested calls that suspend take a sixth less.
     */
    private static final boolean CLASS_STAYS = isOfProgram();

    /** Where what is suspended on this thread is resumed; null for "wherever its operand completes". */
    Dispatcher dispatcher;

    /** The dispatcher is in force for a call, or has refused, on a thread that is not its own: what it is to resume must not run here. */
    boolean away;

    /** The values of context variables for the code that runs now; null while none was set. */
    Context context;

    /** The loop that runs on this thread, or null; {@code Loop.on} gives it as what it is. */
    Dispatcher loop;

    /** What {@code run} makes its loop with on this thread; null for the usual one. */
    Supplier<? extends Dispatcher> loopFactory;

    /** What runs the entry points that are called on this thread, a {@code RunEntries}; null where each makes a loop. */
    AutoCloseable entries;

    /** What the test that this thread has begun has made and not awaited outside of loops, an {@code Unawaited}; null where that is not watched. */
    Object unawaited;

    /** How many resumptions are nested on this thread's stack: for {@code Trampoline}. */
    int depth;

    /** Resumptions that would have nested too deeply, for the outermost one to run; null while there are none. */
    ArrayDeque<Runnable> queue;

    /** The turns of a loop that this thread is just giving to that loop's host; null while it does not. */
    Object asking;

    /** How many runs of loops on other people's threads are nested on this thread's stack, and those that would have nested too deeply. */
    int runs;
    ArrayDeque<Runnable> laterRuns;

    /** The call that is making a tail call, the name of the method that it calls, and what is to be returned: for {@code TailCalls}. */
    Object tailCaller;
    String tailCallee;
    Object tailResult;

    /** What {@link ShortText} is telling of on this thread, from the outermost inwards; null while it does not. */
    Set<Object> beingTold;

    /** The failure whose trace was folded last on this thread, since it leaves the methods around as well; null before the first. */
    WeakReference<Throwable> folded;

    private ThreadState() {
    }

    static ThreadState current() {
        Object held = CURRENT.get();
        Object state = held instanceof WeakReference<?> reference ? reference.get() : held;
        return state == null ? begin() : (ThreadState) state;
    }

    /** The state of the current thread; null while it has none, so that a thread which is only looked at gets none. */
    static ThreadState orNull() {
        Object held = CURRENT.get();
        return (ThreadState) (held instanceof WeakReference<?> reference ? reference.get() : held);
    }

    private static ThreadState begin() {
        ThreadState made = new ThreadState();
        made.letGo();
        return made;
    }

    /** Something has been set that is to last as long as the thread. */
    void keep() {
        CURRENT.set(this);
    }

    /** Nothing is set that is to last. */
    void letGo() {
        CURRENT.set(CLASS_STAYS ? this : new WeakReference<>(this));
    }

    /** Tells whether this class came with the program: no thread outlives that. */
    private static boolean isOfProgram() {
        ClassLoader ours = ThreadState.class.getClassLoader();
        ClassLoader ofProgram = ClassLoader.getSystemClassLoader();
        while (ofProgram != ours && ofProgram != null) {
            ofProgram = ofProgram.getParent();
        }
        return ofProgram == ours;
    }

    /** Tells whether what is set now is the thread's own, and not that of a loop or a resumption which runs on it. */
    boolean isOutside() {
        return depth == 0 && loop == null;
    }

    /** What is in force around a loop while it runs on a thread. */
    static final class Outside {
        private Dispatcher loop;
        private Dispatcher dispatcher;
        private boolean away;
        private Context context;
        private int depth;
        private ArrayDeque<Runnable> queue;
        private Object tailCaller;
        /** The thread that runs the loop already and what that ran as its current task, if it is entered again within a step of its own. */
        Thread thread;
        Object task;
    }

    /** For the next loop that this thread enters: a strand does so often, and for a short time. */
    private Outside spare;

    /** Begins to run a loop: what is resumed in it neither counts nor queues with what it is nested in. */
    Outside enterLoop(Dispatcher entered) {
        Outside outside = spare == null ? new Outside() : spare;
        spare = null;
        outside.loop = loop;
        outside.dispatcher = dispatcher;
        outside.away = away;
        outside.context = context;
        outside.depth = depth;
        outside.queue = queue;
        outside.tailCaller = tailCaller;
        loop = entered;
        dispatcher = entered;
        away = false;
        context = null;
        depth = 0;
        queue = null;
        tailCaller = null;
        return outside;
    }

    void leaveLoop(Outside outside) {
        loop = outside.loop;
        dispatcher = outside.dispatcher;
        away = outside.away;
        context = outside.context;
        depth = outside.depth;
        queue = outside.queue;
        tailCaller = outside.tailCaller;
        outside.loop = null;
        outside.dispatcher = null;
        outside.context = null;
        outside.queue = null;
        outside.tailCaller = null;
        outside.thread = null;
        outside.task = null;
        spare = outside;
    }

    /** Where what is suspended on this thread is resumed; on the thread of a host that is the host's loop also between its turns. */
    Dispatcher dispatcherInForce() {
        return dispatcher == null && loop == null ? HostedLoops.current() : dispatcher;
    }

    /** Sets the dispatcher: it seldom changes, and a store into an old object makes the garbage collector pay attention. */
    void dispatcher(Dispatcher next) {
        if (dispatcher != next) {
            dispatcher = next;
        }
    }

    /** Tells whether a call that goes on with a dispatcher may do so here and now: with none, or if this is a thread of that dispatcher's. */
    boolean isHomeOf(Dispatcher wanted) {
        return wanted == null || !away && (wanted == dispatcher || wanted instanceof ExecutorDispatcher && wanted.equals(dispatcher));
    }
}
