import static org.asyncjava.Await.await;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** What the normal form changes: objects under construction, returns behind a join, awaits that name a failure. */
class Creations {
    record Point(int x, int y) {
    }

    record Line(Point from, Point to) {
    }

    @Async
    static CompletableFuture<Integer> argumentAwaits(CompletableFuture<Integer> source) {
        Point point = new Point(1, await(source)); // pending: Point; stack: null, null, int; normal: touch Point, await, intValue, drop, drop, new Point, init Point
        return CompletableFuture.completedFuture(point.x);
    }

    @Async
    static CompletableFuture<Integer> argumentsAreDone(CompletableFuture<Integer> source) {
        int y = await(source); // stack: nothing; normal: await, intValue
        Point point = new Point(1, y); // normal: new Point, init Point
        return CompletableFuture.completedFuture(point.x); // normal: valueOf, completedFuture, return
    }

    @Async
    static CompletableFuture<Point> firstArgumentIsMade(CompletableFuture<Integer> source) {
        Line line = new Line(new Point(1, 2), new Point(3, await(source))); // pending: Line | Point; stack: null, null, Point, null, null, int
        return CompletableFuture.completedFuture(line.from);
    }

    @Async
    static CompletableFuture<Point> behindTheAwait(CompletableFuture<Integer> source) {
        System.out.println(await(source) + new Point(1, 2).x); // stack: PrintStream; normal: await, intValue, new Point, init Point, println
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<String> conditional(CompletableFuture<String> source, boolean late) {
        return late ? later(source) : CompletableFuture.completedFuture(await(source)); // normal: later, return, await, completedFuture, return
    }

    @Async
    static CompletableFuture<String> later(CompletableFuture<String> source) {
        String text = await(source);
        return CompletableFuture.completedFuture(text); // normal: completedFuture, return
    }

    @Async
    static CompletableFuture<String> namesFailure(CompletableFuture<String> source) throws IOException {
        String text = await(source, IOException.class); // normal: IOException.class, drop, await
        return CompletableFuture.completedFuture(text);
    }
}
