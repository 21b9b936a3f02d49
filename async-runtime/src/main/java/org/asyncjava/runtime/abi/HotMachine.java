package org.asyncjava.runtime.abi;

import org.asyncjava.runtime.HotCall;

/**
 * The state machine of a method that returns a {@code CompletableFuture} or a {@code CompletionStage}. It is the future that the method
 * returned, and is made at the first suspension.
 *
 * <p>Machines of methods that declare {@code CompletableFuture} or {@code CompletionStage} extend {@link HotFuture}. A method that declares
 * a future of the program's own, {@code MyFuture}, gets a machine {@code M extends MyFuture implements HotMachine}, with these members
 * besides its locals, all public and synthetic:
 *
 * <pre>{@code
 * private int hotState;                     int hotState() { return hotState; }             void hotState(int s) { hotState = s; }
 * private volatile Object hotAwaited;       Object hotAwaited() { return hotAwaited; }      void hotAwaited(Object o) { hotAwaited = o; }
 * private Dispatcher hotDispatcher;         Dispatcher hotDispatcher() { return … }         void hotDispatcher(Dispatcher d) { … = d; }
 *
 * private volatile HotCall hotWaiter;       boolean hotLink(HotCall w) { compare and set null → w }
 *                                           HotCall hotUnlink() { get and set null }        // through an AtomicReferenceFieldUpdater
 *
 * boolean hotSettle(Object value)       { return super.complete(value); }
 * boolean hotFail(Throwable failure)    { return super.completeExceptionally(failure); }
 * void    hotResume() throws Throwable  { self.body(this, what it keeps of the parameters); }
 * String  hotSource()                   { return "class\0method\0file\0lines"; }
 *
 * // the overrides that make a completion by anyone else known to the body
 * boolean complete(Object v)                  { boolean before = isDone(); boolean r = super.complete(v);
 *                                               Hot.settledOutside(this, before); return r; }
 * boolean completeExceptionally(Throwable t)  { the same with super.completeExceptionally(t) }
 * boolean cancel(boolean b)                   { the same with super.cancel(b) }
 * void    obtrudeValue(Object v)              { boolean before = isDone(); super.obtrudeValue(v); Hot.settledOutside(this, before); }
 * void    obtrudeException(Throwable t)       { the same with super.obtrudeException(t) }
 * CompletableFuture completeAsync(Supplier s, Executor e)   { return Hot.completeAsync(this, s, e); }
 *
 * // unless the program's class has made them final
 * Object  join()                              { Hot.beforeBlocking(this); return super.join(); }
 * Object  get(), get(long, TimeUnit)          { the same }
 * }</pre>
 *
 * <p>The descriptors are those of {@link HotCall} and of {@code CompletableFuture}, erased; {@code Dispatcher} is
 * {@code org.asyncjava.runtime.Dispatcher}. Where the program's class narrows a parameter ({@code complete(String)} with a bridge), the
 * narrowed method is to be overridden in the same way, since callers that know the class call it directly. The names {@code hot…} are chosen
 * so as not to meet a program's own. {@code orTimeout}, {@code completeOnTimeout} and {@code completeAsync(Supplier)} go through these
 * methods. The other members of {@link HotCall} have defaults: without a direct link ({@code hotLink}, {@code hotUnlink}) the machine is
 * awaited as any other future is.
 *
 * <p>If the program's class has no {@code run()}, {@code wake()} or {@code apply(Object, Throwable)} of its own, the machine may implement
 * {@link org.asyncjava.runtime.HotResumption} too, with {@code hotResumption()} and {@code hotCall()} returning {@code this}; otherwise the
 * default of {@code hotResumption} makes one small object per suspension.
 *
 * @since 0.1.0
 */
public interface HotMachine extends HotCall {
}
