package org.asyncjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

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
    void theMessageNamesClassAndMethodTheLikelyCauseAndEachWayIn() {
        String className = NotTransformedExceptionTest.class.getName();
        assertRefused(this::forgotten).hasMessage("await was called in " + className + ".forgotten, but " + className
                + " was compiled and then not transformed. One of these has to process it: the compiler plugin (async-compiler on javac's"
                + " processor path; from JDK 23 on javac runs no processor that is only on the class path unless it is told so with -proc:full),"
                + " the async-maven-plugin (goal transform in the phase process-classes, transform-test in process-test-classes for tests;"
                + " an IDE that compiles by itself runs neither), the command line of async-transformer, after compiling, or the agent"
                + " (-javaagent), when the class is loaded.");
    }

    @Async
    private CompletionStage<String> marked() {
        return CompletableFuture.completedFuture(Await.await(pending));
    }

    @Test
    void nobodyIsToldToMarkAMethodThatIsMarked() {
        assertRefused(this::marked).satisfies(failure -> assertThat(failure.getMessage()).contains(".marked, but").doesNotContain("ark the method"));
    }

    @Test
    void aLambdaIsCalledByTheMethodThatItIsWrittenIn() {
        Supplier<String> lambda = () -> Await.await(pending);
        assertRefused(lambda::get).hasMessageContaining("NotTransformedExceptionTest.aLambdaIsCalledByTheMethodThatItIsWrittenIn (in a lambda), but");
    }

    @Test
    void withoutAStackTraceTheMessageStillSaysWhatToDo() {
        assertThatThrownBy(() -> {
            throw NotTransformedException.of(Await.class, "await", new StackTraceElement[0]);
        }).hasMessageStartingWith("await was called, but its class was compiled and then not transformed. One of these has to process it: ");
    }

    @Test
    void theMarkersOfGeneratorsSayTheirNames() {
        assertRefused(() -> Emit.emit(1)).hasMessageStartingWith("emit was called in " + NotTransformedExceptionTest.class.getName() + ".");
        assertRefused(() -> Emit.<Object>end()).hasMessageStartingWith("end was called in " + NotTransformedExceptionTest.class.getName() + ".");
    }
}
