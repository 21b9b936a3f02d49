import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** What the next round reads is live; what each round makes anew is not. */
class Loops {
    @Async
    static CompletableFuture<Integer> backEdge(List<CompletableFuture<Integer>> prices) {
        int sum = 0;
        for (CompletableFuture<Integer> price : prices) { // shown: prices, sum
            sum += await(price); // live: Iterator; stack: int; shown: sum, price; fields: int -> I0, Iterator -> L0
            System.out.println("so far " + sum); // shown: sum
        }
        return CompletableFuture.completedFuture(sum); // shown: sum
    }

    @Async
    static CompletableFuture<String> nextRoundReads(CompletableFuture<String> source, int rounds) {
        String last = "none"; // shown: source, rounds
        for (int i = 0; i < rounds; i++) {
            String text = await(source); // live: source, rounds, last, i; fields: source -> L0, rounds -> I0, last -> L1, i -> I1
            System.out.println(last + text); // shown: source, rounds, last, i, text
            last = text;
        }
        return CompletableFuture.completedFuture(last);
    }

    @Async
    static CompletableFuture<Void> eachRoundMakesAnew(CompletableFuture<String> source) {
        String text;
        do {
            text = await(source); // live: source
            System.out.println(text); // shown: source, text
        } while (text.isEmpty());
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> innerLoop(CompletableFuture<Integer> source, int outer, int inner) {
        for (int i = 0; i < outer; i++) {
            for (int j = 0; j < inner; j++) {
                await(source); // live: source, outer, inner, i, j
            }
            await(source); // live: source, outer, inner, i
        }
        await(source); // live: nothing
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> leftByBreak(CompletableFuture<Integer> source, String found, String none) {
        while (true) {
            if (await(source) == 0) { // live: source, found, none
                System.out.println(found);
                break;
            }
            await(source); // live: source, found, none
            System.out.println(none);
        }
        await(source); // live: nothing
        return CompletableFuture.completedFuture(null);
    }

    /** A head has two entries in the line number table, and no copies. */
    @Async
    static CompletableFuture<Void> headInTwoParts(CompletableFuture<Integer> source) {
        for (int i = 0; i < 3; i += await(source)) { // live: source; stack: int; copied: no
            System.out.println(i);
        }
        return CompletableFuture.completedFuture(null);
    }
}
