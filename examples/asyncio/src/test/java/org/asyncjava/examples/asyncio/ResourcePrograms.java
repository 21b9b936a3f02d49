package org.asyncjava.examples.asyncio;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.AsyncExitStack;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;

/** What {@code docs/resources.md} shows. */
final class ResourcePrograms {
    final List<String> events = new ArrayList<>();
    private final AsyncLock lock = new AsyncLock();

    record Record(String text) {
    }

    /** Opens sessions. */
    final class Bank {
        private int opened;

        @Async
        Coroutine<Session> open() {
            await(yieldNow());
            return Coroutine.of(new Session("session " + ++opened));
        }
    }

    final class Session implements AsyncCloseable {
        @Async
        @Override
        public Coroutine<Void> closeAsync() {
            await(send("bye"));
            return Coroutine.done();
        }

        private final String name;

        private Session(String name) {
            this.name = name;
        }

        @Async
        private Coroutine<Void> send(String what) {
            await(yieldNow());
            events.add(name + " " + what);
            return Coroutine.done();
        }

        @Async
        Coroutine<Transaction> begin() {
            await(send("begin"));
            return Coroutine.of(new Transaction(this));
        }

        @Async
        Coroutine<Integer> move(int amount) {
            await(send("move " + amount));
            return Coroutine.of(amount);
        }
    }

    /** Rolled back unless it was committed. */
    final class Transaction implements AsyncCloseable {
        private final Session session;
        private boolean isCommitted;

        private Transaction(Session session) {
            this.session = session;
        }

        Coroutine<Void> commit() {
            isCommitted = true;
            return session.send("commit");
        }

        @Override
        public Coroutine<Void> closeAsync() {
            return isCommitted ? Coroutine.done() : session.send("rollback");
        }
    }

    @Async
    Coroutine<Integer> transfer(Bank bank) {
        try (Session session = await(bank.open()); Transaction transaction = await(session.begin())) {
            int sum = await(session.move(100));
            await(transaction.commit());
            return Coroutine.of(sum);                  // the transaction is closed, then the session; then this returns
        }
    }

    @Async
    Coroutine<Void> failingTransfer(Bank bank) {
        try (Session session = await(bank.open()); Transaction transaction = await(session.begin())) {
            await(session.move(100));
            throw new IllegalStateException("no money in " + transaction.session.name);
        }
    }

    @Async
    Coroutine<Void> store(Record record) {
        try (var held = await(lock.hold())) {          // AsyncSemaphore has the same
            await(write(record));
        }
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> write(Record record) {
        events.add("begin " + record.text());
        await(yieldNow());
        events.add("end " + record.text());
        return Coroutine.done();
    }

    @Async
    Coroutine<Integer> askAll(Bank bank, int sessions) {
        try (var stack = new AsyncExitStack()) {
            List<Session> open = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                open.add(await(stack.enterAsync(bank.open())));
            }
            int sum = 0;
            for (Session session : open) {
                sum += await(session.move(1));
            }
            return Coroutine.of(sum);
        }
    }
}
