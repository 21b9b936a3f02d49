package org.asyncjava.examples.bugs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.bugs.Work.turns;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.waitAll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Clients that do not meet in asyncio's order: each comes when the one before is through. */
final class RacingWork {
    private RacingWork() {
    }

    static final class Transfers implements Work {
        private final Map<String, Integer> balances = new HashMap<>(Map.of("ada", 100, "bob", 0));
        private final Bank bank;

        Transfers(Version version) {
            Remote rules = new Remote();
            bank = version == Version.CLEAN ? new Bank.Clean(balances, rules) : new Bank.WithBug(balances, rules);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            await(gather(transfer(0), transfer(1), transfer(2)));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> transfer(int turn) {
            await(turns(turn));
            await(bank.transfer("ada", "bob", 10));
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(balances).isEqualTo(Map.of("ada", 70, "bob", 30));
        }
    }

    static final class Customers implements Work {
        private final Remote shop = new Remote();
        private final PriceCache cache;

        Customers(Version version) {
            cache = version == Version.CLEAN ? new PriceCache.Clean(shop) : new PriceCache.WithBug(shop);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            assertThat(await(gather(price("tea", 0), price("milk", 1), price("tea", 2)))).isEqualTo(List.of(3, 4, 3));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Integer> price(String article, int turn) {
            await(turns(turn));
            return Coroutine.of(await(cache.price(article)));
        }

        @Override
        public void check() {
            assertThat(shop.asked()).isEqualTo(2);
        }
    }

    static final class Moves implements Work {
        private final Remote disk = new Remote();
        private final Ledger ledger;

        Moves(Version version) {
            ledger = version == Version.CLEAN ? new Ledger.Clean(disk) : new Ledger.WithBug(disk);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            await(gather(move("cash", "bank", 0), move("bank", "cash", 2), move("bank", "cash", 4)));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> move(String from, String to, int turn) {
            await(turns(turn));
            await(ledger.move(from, to, 10));
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(disk.asked()).isEqualTo(6);
        }
    }

    static final class Letters implements Work {
        private final List<String> read = new ArrayList<>();
        private final Mailbox mailbox;

        Letters(Version version) {
            mailbox = version == Version.CLEAN ? new Mailbox.Clean() : new Mailbox.WithBug();
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            await(gather(List.of(read(0), deliver("a", 1), deliver("b", 5), read(6))));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> read(int turn) {
            await(turns(turn));
            read.add(await(mailbox.next()));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> deliver(String letter, int turn) {
            await(turns(turn));
            await(mailbox.deliver(letter));
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(read).containsExactlyInAnyOrder("a", "b");
        }
    }

    static final class Questions implements Work {
        private final AsyncQueue<Integer> out = new AsyncQueue<>();
        private final AsyncQueue<Integer> in = new AsyncQueue<>();
        private final Client client;
        private List<Integer> answers;

        Questions(Version version) {
            Remote network = new Remote();
            client = version == Version.CLEAN ? new Client.Clean(out, in, network) : new Client.WithBug(out, in, network);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            List<Task<Void>> connection = List.of(createTask(serve()), createTask(client.read()));
            answers = await(gather(client.ask(1), client.ask(2)));
            connection.forEach(Task::cancel);
            await(waitAll(connection));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> serve() {
            while (true) {
                int question = await(out.take());
                await(turns(1));
                in.putNow(question);
            }
        }

        @Override
        public void check() {
            assertThat(answers).containsExactly(1, 2);
        }
    }

    static final class Readers implements Work {
        private final Remote store = new Remote();
        private final Settings settings;
        private List<String> found;

        Readers(Version version) {
            settings = version == Version.CLEAN ? new Settings.Clean(store) : new Settings.WithBug(store);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            found = await(gather(get(0), get(2)));
            return Coroutine.done();
        }

        @Async
        private Coroutine<String> get(int turn) {
            await(turns(turn));
            return Coroutine.of(await(settings.get("colour")));
        }

        @Override
        public void check() {
            assertThat(found).containsExactly("red", "red");
        }
    }

    static final class Submissions implements Work {
        private final List<String> accepted = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private final Jobs jobs;

        Submissions(Version version) {
            Remote journal = new Remote();
            jobs = version == Version.CLEAN ? new Jobs.Clean(journal, done) : new Jobs.WithBug(journal, done);
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            List<Task<Void>> clients = List.of(createTask(submit("a", 0)), createTask(submit("b", 1)), createTask(submit("c", 2)));
            await(turns(5));
            await(jobs.shutDown());
            await(waitAll(clients));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> submit(String job, int turn) {
            await(turns(turn));
            try {
                await(jobs.submit(job));
                accepted.add(job);
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessage("shut down");
            }
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(done).containsExactlyInAnyOrderElementsOf(accepted);
        }
    }

    static final class Calls implements Work {
        private static final Duration TIME = Duration.ofMillis(50);

        private final LimitedCalls calls;
        private List<String> answers;

        Calls(Version version) {
            calls = version == Version.CLEAN ? new LimitedCalls.Clean(this::send) : new LimitedCalls.WithBug(this::send);
        }

        private void send(int number) {
            currentLoop().callLater(TIME, () -> calls.answered(number, "answer " + number));
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            answers = await(gather(calls.call(1, TIME), calls.call(2, TIME.plusMillis(1))));
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(answers.get(0)).isIn("answer 1", "a guess");
            assertThat(answers.get(1)).isEqualTo("answer 2");
        }
    }

    /** One of them is cancelled by somebody, who cannot know what it waits for. */
    static final class Turns implements Work {
        private final List<String> used = new ArrayList<>();
        private final IdleConnections connections;

        Turns(Version version) {
            connections = version == Version.CLEAN ? new IdleConnections.Clean("1") : new IdleConnections.WithBug("1");
        }

        @Async
        @Override
        public Coroutine<Void> run() {
            Task<Void> first = createTask(use("first"));
            Task<Void> second = createTask(use("second"));
            await(turns(1));
            second.cancel();
            await(waitAll(first, second));
            await(use("last"));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> use(String by) {
            String connection = await(connections.take());
            try {
                used.add(by);
                await(turns(3));
            } finally {
                connections.giveBack(connection);
            }
            return Coroutine.done();
        }

        @Override
        public void check() {
            assertThat(used).contains("first", "last");
        }
    }
}
