package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;
import org.asyncjava.examples.asyncio.ResourcePrograms.Record;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.AsyncExitStack;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

/** The programs of {@code docs/resources.md}, and programs with {@code async with}; of those, what is expected is what CPython prints. */
class ResourcesTest {
    private final ResourcePrograms programs = new ResourcePrograms();
    private final List<String> printed = new ArrayList<>();

    private void print(Object... words) {
        printed.add(String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
    }

    @Test
    void aTransaction() {
        ResourcePrograms.Bank bank = programs.new Bank();
        Virtual.run(() -> {
            assertThat(await(programs.transfer(bank))).isEqualTo(100);
            Throwable failure = await(Virtual.failureOf(() -> programs.failingTransfer(bank)));
            assertThat(failure).hasMessage("no money in session 2");
            return Coroutine.done();
        });
        assertThat(programs.events).containsExactly("session 1 begin", "session 1 move 100", "session 1 commit", "session 1 bye",
                "session 2 begin", "session 2 move 100", "session 2 rollback", "session 2 bye");
    }

    @Test
    void whatIsHeld() {
        Virtual.run(() -> {
            await(gather(programs.store(new Record("a")), programs.store(new Record("b"))));
            return Coroutine.done();
        });
        assertThat(programs.events).containsExactly("begin a", "end a", "begin b", "end b");
    }

    @Test
    void asManyAsThereAre() {
        ResourcePrograms.Bank bank = programs.new Bank();
        Virtual.run(() -> {
            assertThat(await(programs.askAll(bank, 3))).isEqualTo(3);
            return Coroutine.done();
        });
        assertThat(programs.events).endsWith("session 3 bye", "session 2 bye", "session 1 bye");
    }

    /** A context manager of the Python programs. */
    private final class Resource implements AsyncCloseable {
        private final String name;

        private Resource(String name) {
            this.name = name;
        }

        @Async
        @Override
        public Coroutine<Void> closeAsync() {
            await(yieldNow());
            print("close", name);
            if (name.equals("bad")) {
                throw new IllegalStateException(name);
            }
            return Coroutine.done();
        }
    }

    @Async
    private Coroutine<Resource> open(String name) {
        await(yieldNow());
        print("open", name);
        return Coroutine.of(new Resource(name));
    }

    @Test
    void resources() {
        Virtual.run(() -> {
            try (Resource a = await(open("a")); Resource b = await(open("b"))) {
                print("in", a.name, b.name);
            }
            try (Resource c = await(open("c")); Resource d = await(open("d"))) {
                throw new IllegalArgumentException("body");
            } catch (IllegalArgumentException e) {
                print("caught", e.getMessage());
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("open a", "open b", "in a b", "close b", "close a", "open c", "open d", "close d", "close c", "caught body");
    }

    @Async
    private Coroutine<Void> holds() {
        try (Resource held = await(open("held"))) {
            await(sleep(Duration.ofSeconds(100)));
        }
        return Coroutine.done();
    }

    @Test
    void cancelledResource() {
        Virtual.run(() -> {
            Task<Void> task = createTask(holds());
            await(sleep(Duration.ofMillis(10)));
            task.cancel();
            try {
                await(task);
            } catch (CancellationException e) {
                print("cancelled");
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("open held", "close held", "cancelled");
    }

    @Async
    private Coroutine<Void> use(AsyncLock lock, String name) {
        try (var held = await(lock.hold())) {
            print(name, "in");
            await(yieldNow());
            print(name, "out");
        }
        return Coroutine.done();
    }

    @Test
    void lock() {
        AsyncLock lock = new AsyncLock();
        Virtual.run(() -> {
            await(gather(use(lock, "a"), use(lock, "b")));
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("a in", "a out", "b in", "b out");
    }

    @Test
    void stack() {
        Virtual.run(() -> {
            try (AsyncExitStack stack = new AsyncExitStack()) {
                for (String name : List.of("a", "b", "c")) {
                    await(stack.enterAsync(open(name)));
                }
                stack.callback(() -> {
                    print("callback");
                    return Coroutine.done();
                });
                print("in");
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("open a", "open b", "open c", "in", "callback", "close c", "close b", "close a");
    }

    /** In Python the failure of closing takes the place of the other one. */
    @Test
    void stackThatFails() {
        Virtual.run(() -> {
            try (AsyncExitStack stack = new AsyncExitStack()) {
                for (String name : List.of("a", "bad", "c")) {
                    await(stack.enterAsync(open(name)));
                }
                throw new IllegalArgumentException("body");
            } catch (IllegalArgumentException e) {
                print("failed", e.getMessage(), "suppressed", e.getSuppressed()[0].getMessage());
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("open a", "open bad", "open c", "close c", "close bad", "close a", "failed body suppressed bad");
    }

    @Async
    private Coroutine<AsyncExitStack> opened() {
        try (AsyncExitStack stack = new AsyncExitStack()) {
            await(stack.enterAsync(open("a")));
            return Coroutine.of(stack.popAll());
        }
    }

    @Test
    void stackThatIsHandedOver() {
        Virtual.run(() -> {
            try (AsyncExitStack kept = await(opened())) {
                print("kept");
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("open a", "kept", "close a");
    }
}
