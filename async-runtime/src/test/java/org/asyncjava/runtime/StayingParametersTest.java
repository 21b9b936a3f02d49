package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** A machine holds {@code this} and the parameters from its making on: no longer than a suspended call will use them, and none when it has ended. */
class StayingParametersTest {
    private static final int COLLECTIONS = 50;

    private final Map<String, WeakReference<Object>> made = new HashMap<>();

    private Object make(String name) {
        return make(name, new Object());
    }

    private <T> T make(String name, T object) {
        made.put(name, new WeakReference<>(object));
        return object;
    }

    private void assertGone(String... names) {
        for (String name : names) {
            for (int i = 0; i < COLLECTIONS && made.get(name).get() != null; i++) {
                System.gc();
            }
            assertThat(made.get(name).get()).as(name).isNull();
        }
    }

    private void assertKept(String... names) {
        System.gc();
        for (String name : names) {
            assertThat(made.get(name).get()).as(name).isNotNull();
        }
    }

    private static final class Owner {
        @Async
        Coroutine<String> useThree(Object first, long number, Object second, Object third) {
            await(yieldNow());
            String text = first.getClass().getSimpleName() + number;
            await(yieldNow());
            text += second.getClass().getSimpleName();
            await(yieldNow());
            return Coroutine.of(text + number + third.getClass().getSimpleName());
        }

        @Async
        Coroutine<String> failing(Object argument) {
            await(yieldNow());
            throw new IllegalArgumentException(argument.getClass().getSimpleName());
        }

        @Async
        Coroutine<String> passing(Object argument) {
            await(yieldNow());
            return used(argument);
        }

        @Async
        Coroutine<String> used(Object argument) {
            await(yieldNow());
            return Coroutine.of(argument.getClass().getSimpleName());
        }

        @Async
        Coroutine<String> atOnce(Object argument) {
            if (argument == null) {
                await(yieldNow());
            }
            return Coroutine.of(argument.getClass().getSimpleName());
        }
    }

    private Owner owner() {
        return make("owner", new Owner());
    }

    @Test
    void aParameterIsDroppedWhereItIsNeededNoLonger() {
        run(coroutine(() -> {
            Coroutine<String> call = owner().useThree(make("first"), 7, make("second"), make("third"));
            Task<String> task = createTask(call);
            await(yieldNow());
            assertKept("owner", "first", "second", "third");
            await(yieldNow());
            assertGone("first");
            assertKept("owner", "second", "third");
            await(yieldNow());
            assertGone("second");
            assertKept("owner", "third");
            assertThat(await(task)).isEqualTo("Object7Object7Object");
            assertGone("owner", "third");
            Reference.reachabilityFence(call);
            return Coroutine.done();
        }));
    }

    @Test
    void aCallThatHasFailedKeepsNothing() {
        Coroutine<String> call = owner().failing(make("argument"));
        assertThatThrownBy(() -> run(call)).hasMessage("Object");
        assertGone("owner", "argument");
        Reference.reachabilityFence(call);
    }

    @Test
    void aCallThatAnotherOneStandsForKeepsNothing() {
        Coroutine<String> call = owner().passing(make("argument"));
        assertThat(run(call)).isEqualTo("Object");
        assertGone("owner", "argument");
        Reference.reachabilityFence(call);
    }

    @Test
    void aCallThatWasNeverSuspendedKeepsNothing() {
        Coroutine<String> call = owner().atOnce(make("argument"));
        assertThat(run(call)).isEqualTo("Object");
        assertGone("owner", "argument");
        Reference.reachabilityFence(call);
    }

    @Test
    void aCallThatIsCancelledBeforeItBeginsKeepsNothing() {
        Coroutine<String> call = owner().used(make("argument"));
        run(coroutine(() -> {
            Task<String> task = createTask(call);
            task.cancel();
            try {
                await(task);
            } catch (CancellationException asked) {
                assertGone("owner", "argument");
            }
            return Coroutine.done();
        }));
        Reference.reachabilityFence(call);
    }
}
