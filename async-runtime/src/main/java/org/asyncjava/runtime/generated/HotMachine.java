package org.asyncjava.runtime.generated;

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
 * boolean hotSettle(Object value)       { return super.complete(value); }
 * boolean hotFail(Throwable failure)    { return super.completeExceptionally(failure); }
 * void    hotResume() throws Throwable  { self.body(0 or null for each parameter, this); }
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
 * }</pre>
 *
 * <p>The descriptors are those of {@link HotCall} and of {@code CompletableFuture}, erased; {@code Dispatcher} is
 * {@code org.asyncjava.runtime.Dispatcher}. The names {@code hot…} are chosen so as not to meet a program's own. Nothing else is needed:
 * {@code orTimeout}, {@code completeOnTimeout} and {@code completeAsync(Supplier)} go through these methods, and the other members of
 * {@link HotCall} have defaults, which cost such a machine one small object per suspension and do without a direct link to the method that
 * awaits it. An override of {@code obtrude…} or {@code completeAsync} that the program's class declares final is left out: such a
 * completion then settles the future without ending the body.
 */
public interface HotMachine extends HotCall {
}
