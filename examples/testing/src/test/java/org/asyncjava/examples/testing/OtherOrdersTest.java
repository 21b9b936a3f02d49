package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.testing.TestingPage.failureOf;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.asyncjava.Async;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

/** Mistakes that do not show in asyncio's order. */
class OtherOrdersTest {
    static class LostUpdate {
        static class Account {
            private int balance;

            @Async
            Coroutine<Void> deposit(int amount) {
                int before = balance;
                await(confirmed(amount));
                balance = before + amount;                 // what others have booked meanwhile is lost
                return Coroutine.done();
            }
        }

        @Async
        static Coroutine<Void> confirmed(int amount) {
            await(yieldNow());                             // stands in for a server
            return Coroutine.done();
        }

        @Async
        static Coroutine<Void> depositLater(Account account) {
            await(yieldNow());
            await(account.deposit(1));
            return Coroutine.done();
        }

        @AsyncTest(schedules = 1000)
        void bothDepositsCount() {
            Account account = new Account();
            await(gather(account.deposit(1), depositLater(account)));
            assertEquals(2, account.balance);
        }
    }

    @Test
    void aLostUpdate() {
        assertThat(failureOf(LostUpdate.class)).satisfies(TestingPage::shows);
    }

    @Test
    void itIsReplayed() {
        String failure = failureOf(LostUpdate.class);
        String schedule = failure.replaceFirst("(?s).*@AsyncTest\\(replay = \"(.*?)\"\\).*", "$1");
        assertThatThrownBy(() -> TestLoop.replay(schedule, test -> {
            LostUpdate.Account account = new LostUpdate.Account();
            await(gather(account.deposit(1), LostUpdate.depositLater(account)));
            assertEquals(2, account.balance);
            return Coroutine.done();
        })).hasMessageContaining("expected: <2> but was: <1>").hasMessageContaining(schedule);
    }

    static class CheckThenAct {
        static class Prices {
            private final Map<String, Integer> known = new HashMap<>();
            private int asked;

            @Async
            Coroutine<Integer> of(String article) {
                if (!known.containsKey(article)) {
                    known.put(article, await(ask(article)));
                }
                return Coroutine.of(known.get(article));
            }

            @Async
            private Coroutine<Integer> ask(String article) {
                asked++;
                await(yieldNow());
                return Coroutine.of(article.length());
            }
        }

        @Async
        static Coroutine<Integer> askLater(Prices prices) {
            await(yieldNow());
            return Coroutine.of(await(prices.of("tea")));
        }

        @AsyncTest(schedules = 1000)
        void eachIsAskedForOnce() {
            Prices prices = new Prices();
            await(gather(prices.of("tea"), askLater(prices)));
            assertEquals(1, prices.asked);
        }
    }

    @Test
    void aCheckAndWhatIsDoneAboutIt() {
        assertThat(failureOf(CheckThenAct.class)).contains("expected: <1> but was: <2>").contains("> Task-");
    }

    static class TwoLocks {
        @Async
        static Coroutine<Void> move(AsyncLock from, AsyncLock to) {
            try (var source = await(from.hold())) {
                await(yieldNow());
                try (var target = await(to.hold())) {
                    await(yieldNow());
                }
            }
            return Coroutine.done();
        }

        @Async
        static Coroutine<Void> moveLater(AsyncLock from, AsyncLock to) {
            await(yieldNow());
            await(move(from, to));
            return Coroutine.done();
        }

        @AsyncTest(schedules = 1000)
        void bothEnd() {
            AsyncLock cash = new AsyncLock();
            AsyncLock bank = new AsyncLock();
            await(gather(move(cash, bank), moveLater(bank, cash)));
        }
    }

    @Test
    void locksInTwoOrders() {
        assertThat(failureOf(TwoLocks.class)).satisfies(TestingPage::shows);
    }

    static class HeardTooLate {
        static class Ticker {
            private final AsyncEvent changed = new AsyncEvent();
            private int price;

            void publish(int next) {
                price = next;
                changed.set();
                changed.clear();                           // whoever comes now waits for the next one
            }

            @Async
            Coroutine<Integer> next() {
                await(changed.whenSet());
                return Coroutine.of(price);
            }
        }

        @AsyncTest(schedules = 1000)
        void aPriceIsHeardOf() {
            Ticker ticker = new Ticker();
            Task<Integer> reader = createTask(ticker.next());
            createTask(() -> {
                ticker.publish(7);
                return Coroutine.done();
            });
            assertEquals(7, await(reader));
        }
    }

    @Test
    void anEventThatIsSignalledBeforeItIsAwaited() {
        assertThat(failureOf(HeardTooLate.class)).contains("deadlock: nothing can run any more").contains("Ticker.next (OtherOrdersTest.java:")
                .contains("waits for <AsyncEvent unset, waiters:1>");
    }

    /** A pause that is drawn at random, up to the time that is left. */
    @Async
    private static Coroutine<Instant> pauseOnce(Random random, Clock clock, Instant end) {
        long left = Duration.between(clock.instant(), end).toMillis();
        await(sleep(Duration.ofMillis(random.nextInt((int) left))));
        return Coroutine.of(clock.instant());
    }

    @AsyncTest(schedules = 100)
    void chanceAndTimeAreThoseOfTheTest(TestLoop test) {
        Clock clock = test.calendar();
        Instant end = clock.instant().plusSeconds(10);
        assertThat(await(pauseOnce(test.random(), clock, end))).isBefore(end);
    }
}
