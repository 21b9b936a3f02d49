package org.asyncjava.compiler.walk;

import java.util.List;
import java.util.Optional;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.CoroutineUse;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.flow.Effect;

/**
 * What calls, references to methods and creations of objects mean. Asked of anything else the answer is no.
 *
 * @param <N> what represents a node of the source
 */
public interface Calls<N> {
    /**
     * The marker that a call or reference is one of.
     *
     * @param call the call
     * @return for instance {@code Await.await}; empty if it is none
     */
    Optional<Marker> marker(N call);

    /**
     * Tells whether a call or reference is one of {@code Await.await}.
     *
     * @param call the call
     * @return true if so
     */
    default boolean isAwait(N call) {
        return marker(call).filter(marker -> marker == Marker.AWAIT).isPresent();
    }

    /**
     * Tells whether a call waits for something.
     *
     * @param call the call
     * @return true of {@code await}, and of {@code each}, by which a loop waits
     */
    default boolean waits(N call) {
        return marker(call).filter(marker -> marker == Marker.AWAIT || marker == Marker.EACH).isPresent();
    }

    /**
     * The resources of a try statement, or what is known to be lost, that are closed by awaiting.
     *
     * @param statement the try statement, or a value that is dropped
     * @return those of which that is known
     */
    List<AsyncResource<N>> resources(N statement);

    /**
     * Tells whether a call closes a resource that is closed by awaiting.
     *
     * @param call the call
     * @return true of {@code close} of such a one
     */
    boolean closesResource(N call);

    /**
     * The name by which a call names its method: that tells of most that they are none of those looked for.
     *
     * @param call the call
     * @return the simple name; empty text of what is no call
     */
    String name(N call);

    /**
     * What is called.
     *
     * @param call the call
     * @return the method or constructor; empty if that is not known
     */
    Optional<Callee> callee(N call);

    /**
     * Tells whether what is called, or referred to, is to be awaited.
     *
     * @param call the call
     * @return true if it carries {@code @Async} or returns a coroutine
     */
    boolean startsAsyncWork(N call);

    /**
     * Tells whether what is called is an entry point.
     *
     * @param call the call
     * @return true if it carries {@code @AsyncEntry}, itself or through another annotation
     */
    boolean isEntry(N call);

    /**
     * Tells whether a call makes a coroutine that runs once, and not one that may be a value.
     *
     * @param call the call
     * @return true if so
     */
    boolean makesCoroutine(N call);

    /**
     * The result of a call, if it may be that of an async method.
     *
     * @param call the call
     * @return its declared class, with dots
     */
    Optional<String> asyncResult(N call);

    /**
     * Tells whether a call starts the coroutines that it is given.
     *
     * @param call the call
     * @return true if so
     */
    default boolean startsCoroutines(N call) {
        return CoroutineUse.mayStart(name(call)) && callee(call).filter(CoroutineUse::starts).isPresent();
    }

    /**
     * What a call does to locks.
     *
     * @param call the call
     * @param locks which
     * @return the effect on them
     */
    default Effect effect(N call, Locks locks) {
        return locks.mayBe(name(call)) ? callee(call).map(locks::effect).orElse(Effect.NONE) : Effect.NONE;
    }
}
