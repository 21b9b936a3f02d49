package org.asyncjava.runtime;

/**
 * Where and in which context a suspended method goes on: stands for its dispatcher when there is a context, so that methods need no field for
 * what most programs do not use.
 */
final class ContextDispatcher implements Dispatcher {
    private final Dispatcher dispatcher;
    private final Context context;

    private ContextDispatcher(Dispatcher dispatcher, Context context) {
        this.dispatcher = dispatcher;
        this.context = context;
    }

    /** Where a method that is suspended now on this thread goes on; what it had before if that is the same. */
    static Dispatcher current(ThreadState thread, Dispatcher before) {
        ContextDispatcher own = before instanceof ContextDispatcher noted ? noted : null;
        Context context = Context.goingOn(thread, own == null ? null : own.context);
        Dispatcher dispatcher = thread.dispatcherInForce();
        if (context == null) {
            return dispatcher;
        }
        if (own != null && own.context == context && own.dispatcher == dispatcher) {
            return own;
        }
        return new ContextDispatcher(dispatcher, context);
    }

    /** Notes the context of a method that is suspended again within a coroutine that it awaits. */
    static void refresh(HotCall call, ThreadState thread) {
        Context own = contextOf(call);
        Context context = Context.goingOn(thread, own);
        if (context != own) {
            HotFields.dispatcher(call, new ContextDispatcher(dispatcherOf(call), context));
        }
    }

    static Dispatcher dispatcherOf(HotCall call) {
        Dispatcher noted = HotFields.dispatcher(call);
        return noted instanceof ContextDispatcher both ? both.dispatcher : noted;
    }

    static Context contextOf(HotCall call) {
        return HotFields.dispatcher(call) instanceof ContextDispatcher both ? both.context : null;
    }

    /** Nothing runs a method with this object; its dispatcher is asked for. */
    @Override
    public void execute(Runnable resumption) {
        dispatcher.execute(resumption);
    }
}
