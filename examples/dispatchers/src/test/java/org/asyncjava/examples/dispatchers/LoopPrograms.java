package org.asyncjava.examples.dispatchers;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.on;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import javax.swing.JButton;
import javax.swing.JLabel;

import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.LoopGroup;
import org.asyncjava.runtime.LoopHost;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;

/** What {@code docs/loops.md} shows. */
final class LoopPrograms {
    private final Executor pool;
    private final LoopGroup group;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    LoopPrograms(Executor pool, LoopGroup group) {
        this.pool = pool;
        this.group = group;
    }

    @AsyncEntry
    public static void main(String[] args) {
        List<String> shops = args.length == 0 ? List.of("bakery", "dairy") : List.of(args);
        System.out.println("in all: " + await(total(shops)));
    }

    /** As a {@code main} does it that is no entry point. */
    static int program() {
        return run(total(List.of("bakery", "dairy")));
    }

    @Async
    static Coroutine<Integer> total(List<String> shops) {
        List<Task<Integer>> asked = new ArrayList<>();
        for (String shop : shops) {
            asked.add(createTask(price(shop)));                        // side by side, all on this thread
        }
        int sum = 0;
        for (int price : await(gather(asked))) {
            sum += price;                                              // a plain local: nobody else runs between two awaits
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Integer> price(String shop) {
        await(sleep(Duration.ofMillis(10)));
        return Coroutine.of(shop.length());
    }

    @Async
    CompletableFuture<Integer> lowest(List<String> shops) {
        int lowest = await(TaskGroup.open(g -> {
            List<Task<Integer>> asked = new ArrayList<>();
            for (String shop : shops) {
                asked.add(g.createTask(price(shop)));                          // on the group's strand
            }
            return Coroutine.of(Collections.min(await(waitFor(gather(asked), Duration.ofSeconds(2)))));
        }));
        return CompletableFuture.completedFuture(lowest);                      // outside of it
    }

    @Async
    CompletableFuture<Integer> totalInThePool(List<String> shops) {
        return CompletableFuture.completedFuture(await(on(pool, () -> total(shops))));
    }

    static void loadWhenClicked(JButton button, JLabel text) {
        EventLoop loop = EventLoop.hosted(LoopHost.swing());
        button.addActionListener(event -> loop.createTask(() -> {
            text.setText("loading");
            String found = await(Elsewhere.compute("found"));          // the event thread is free meanwhile
            text.setText(found);                                       // on the event thread again
            return Coroutine.done();
        }));
    }

    List<Integer> renderAll(List<String> documents) {
        return run(() -> Coroutine.of(await(gather(
                documents.stream().map(document -> group.next().call(() -> render(document))).toList()))));
    }

    @Async
    private static Coroutine<Integer> render(String document) {
        await(sleep(Duration.ofMillis(1)));
        return Coroutine.of(document.length());
    }

    @Async
    CompletableFuture<Integer> deposit(String customer, int amount) {
        int balance = await(group.forKey(customer).call(() -> {
            Account account = accounts.computeIfAbsent(customer, name -> new Account());
            account.balance += amount;                                     // one thread touches this account, always the same
            return Coroutine.of(account.balance);
        }));
        return CompletableFuture.completedFuture(balance);
    }

    private static final class Account {
        private int balance;
    }
}
