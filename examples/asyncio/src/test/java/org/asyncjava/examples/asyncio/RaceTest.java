package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.firstSuccess;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.ExceptionGroup;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final Actors actors = new Actors();
    private final List<Object> log = actors.log;

    @Test
    void theFirstToEndWinsAndTheOthersAreCancelled() {
        Virtual.run(() -> {
            log.add("won by " + await(race(actors.ok("a", 30), actors.ok("b", 10), actors.ok("c", 20))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("b", "a cancelled", "c cancelled", "won by b");
    }

    @Test
    void aFailureWinsARaceButIsNoSuccess() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> race(actors.ok("a", 30), actors.bad("b", 10))));
            assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessage("b");
            log.add(await(firstSuccess(actors.ok("c", 30), actors.bad("d", 10))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled", "c", "c");
    }

    @Test
    void withoutAnySuccessAllFailuresAreThrownTogether() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> firstSuccess(actors.bad("a", 20), actors.bad("b", 10))));
            assertThat(failure).isInstanceOf(ExceptionGroup.class).hasMessage("all operands failed (2 sub-exceptions)");
            assertThat(((ExceptionGroup) failure).exceptions()).extracting(Throwable::getMessage).containsExactly("b", "a");
            return Coroutine.done();
        });
    }

    @Test
    void losersMayTakeTheirTimeToEndAndTheirFailuresAreSwallowed() {
        Virtual.run(() -> {
            log.add(await(race(actors.ok("a", 10), actors.failsWhenCancelled("b"), actors.stubborn("c"))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a", "b fails", "c goes on", "a");
    }

    @Test
    void cancellingTheRaceCancelsAll() {
        Virtual.run(() -> {
            Task<String> running = createTask(race(actors.ok("a", 30), actors.ok("b", 10)));
            await(sleep(millis(5)));
            running.cancel("stop");
            Throwable failure = await(Virtual.failureOf(() -> Coroutine.of(await(running))));
            assertThat(failure).isInstanceOf(CancellationException.class).hasMessage("stop");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled", "b cancelled");
    }

    @Test
    void nobodyAtTheStartIsRefused() {
        assertThatThrownBy(() -> race(List.<Coroutine<String>>of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> firstSuccess((Coroutine<String>) null)).isInstanceOf(NullPointerException.class).hasMessage("operand");
    }
}
