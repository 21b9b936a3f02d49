import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Live is what some way on from here reads; shown is what every way to here has stored. */
class Branches {
    private int count;

    @Async
    static CompletableFuture<String> oneBranchReads(CompletableFuture<Boolean> source, String yes, String no) {
        String text;
        if (await(source)) { // live: source, yes, no
            text = yes; // shown: source, yes, no
            await(source.thenApply(any -> true)); // live: text
        } else {
            text = no + await(source); // live: nothing; stack: String
        }
        return CompletableFuture.completedFuture(text); // shown: text
    }

    @Async
    static CompletableFuture<String> overwrittenBeforeItIsRead(CompletableFuture<String> source, String text) {
        await(source); // live: source; shown: source, text
        text = "new"; // shown: source
        await(source); // live: text; shown: source, text
        return CompletableFuture.completedFuture(text); // shown: text
    }

    @Async
    static CompletableFuture<String> storedOnOneWayAlone(CompletableFuture<String> source, int kind) {
        String text;
        if (kind == 0) {
            text = "zero"; // shown: source, kind
        } else {
            await(source); // live: source, kind
            text = "other"; // shown: source, kind
        }
        await(source); // live: kind, text; shown: source, kind, text
        return CompletableFuture.completedFuture(text + kind); // shown: kind, text
    }

    @Async
    static CompletableFuture<String> cases(CompletableFuture<String> source, int kind, String one, String two) {
        await(source); // live: source, kind, one, two
        switch (kind) {
            case 1:
                await(source); // live: source, one
                System.out.println(one);
            case 2:
                await(source); // live: source
                break;
            default:
                await(source); // live: source, two
                System.out.println(two);
        }
        return CompletableFuture.completedFuture(await(source)); // live: nothing
    }

    @Async
    CompletableFuture<Integer> ofAnObject(CompletableFuture<Integer> source) {
        int before = count;
        count += await(source); // live: this, before; stack: Branches, int
        return CompletableFuture.completedFuture(before + count);
    }

    @Async
    static CompletableFuture<Integer> incremented(CompletableFuture<Integer> source, int steps, int unused) {
        await(source); // live: source, steps; shown: source, steps, unused
        steps++; // shown: source, steps
        await(source); // live: steps; shown: source, steps
        return CompletableFuture.completedFuture(steps); // shown: steps
    }

    @Async
    static CompletableFuture<Integer> countedAndNeverRead(CompletableFuture<Integer> source, int count) {
        await(source); // live: source, count
        count++;
        await(source); // live: nothing
        return CompletableFuture.completedFuture(1);
    }
}
