package org.asyncjava;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NotTransformedExceptionTest { // HARD_CASES 88
    private final CompletionStage<String> pending = new CompletableFuture<>();
    private final Awaitable<String> awaitable = () -> null;

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable await) {
        return assertThatThrownBy(await).isInstanceOf(NotTransformedException.class).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAwaitThatWasNotTransformedThrowsAtOnce() {
        assertRefused(() -> Await.await(pending));
        assertRefused(() -> Await.await(pending, IOException.class));
        assertRefused(() -> Await.await(awaitable));
        assertRefused(() -> Await.await(awaitable, IOException.class));
    }

    @Test
    void aCompletedOperandIsRefusedToo() {
        assertRefused(() -> Await.await(CompletableFuture.completedFuture("done")));
    }

    private String forgotten() {
        return Await.await(pending);
    }

    @Test
    void theMessageNamesClassMethodAndMend() {
        assertRefused(this::forgotten).hasMessage("await was called in " + NotTransformedExceptionTest.class.getName()
                + ".forgotten, which was not transformed. Mark the method @Async and let the async-maven-plugin (goal transform, or"
                + " transform-test for tests) or the command line of async-transformer process its class.");
    }

    @Test
    void withoutAStackTraceTheMessageStillSaysWhatToDo() {
        assertThatThrownBy(() -> {
            throw NotTransformedException.ofCaller(new StackTraceElement[0]);
        }).hasMessageStartingWith("await was called in a class that was not transformed. Mark the method @Async");
    }
}
