package org.asyncjava.benchmarks.jmh.gate;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Contenders;

/**
 * The main class of an interpreting JVM, where every allocation happens and none is optimised away: prints rows of the table.
 *
 * <p>A figure is the difference between an operation and one of twice the size, divided by the elements that were added: what an
 * operation costs once is not in it.
 */
public final class Interpreted {
    private static final int LIVE_CALLS = 2_000;
    private static final int ELEMENTS = 800;

    private Interpreted() {
    }

    /**
     * Prints the rows.
     *
     * @param args the contenders
     */
    public static void main(String[] args) {
        for (String name : args) {
            try (Contender contender = Contenders.open(name)) {
                for (Scaled scaled : Scaled.values()) {
                    if (contender.workloads().contains(scaled.workload())) {
                        print("bytes per element", name + " " + scaled.name().toLowerCase(Locale.ROOT).replace('_', ' '), scaled.bytesPerElement(contender));
                    }
                }
                if (contender.workloads().contains(Workload.LIVE)) {
                    printLive(contender);
                }
                if (contender instanceof Iterations loops) {
                    printElements(name, loops);
                }
            }
        }
        printTails();
        Library.programs().forEach((call, program) -> print("bytes per call", call, Library.bytes(program)));
    }

    private static void printLive(Contender contender) {
        contender.live(1).finish();
        Histogram before = Histogram.now();
        Contender.Suspended calls = contender.live(LIVE_CALLS);
        Histogram.now().since(before, LIVE_CALLS).forEach((type, objects) -> {
            print("objects per suspended call", contender.name() + " " + type, objects.count());
            print("bytes per object", contender.name() + " " + type, objects.bytes());
        });
        calls.finish();
    }

    private static void printElements(String name, Iterations loops) {
        for (Iterations.Source source : loops.sources()) {
            String elements = name + " " + source.name().toLowerCase(Locale.ROOT) + " elements";
            print("bytes per element", elements, added(size -> loops.iterate(source, 1, size)));
            print("bytes per iteration", elements, added(size -> loops.iterate(source, size, 0)));
        }
    }

    /** What is allocated for each that an operation has more than one of half its size. */
    private static double added(IntToLongFunction operation) {
        operation.applyAsLong(ELEMENTS);
        long start = Scaled.allocated();
        operation.applyAsLong(ELEMENTS);
        long middle = Scaled.allocated();
        operation.applyAsLong(2 * ELEMENTS);
        return Math.rint((Scaled.allocated() - middle - (middle - start)) / (double) ELEMENTS);
    }

    private static void printTails() {
        Tails tails = new Tails();
        CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);
        print("bytes per call", "return otherAsync()", bytes(() -> tails.returned() == tails.plain() ? 1 : 0));
        print("bytes per call", "return otherAsync() behind an await that does not suspend",
                bytes(() -> tails.returnedAfterAwait(done) == tails.plain() ? 1 : 0));
        print("bytes per call", "return await(x) that suspends", bytes(() -> tails.awaited().isDone() ? 0 : 1));
    }

    private static double bytes(LongSupplier call) {
        int calls = 1_000;
        long same = call.getAsLong();
        long before = Scaled.allocated();
        for (int i = 0; i < calls; i++) {
            same += call.getAsLong();
        }
        double bytes = (double) (Scaled.allocated() - before) / calls;
        if (same != calls + 1) {
            throw new IllegalStateException("a tail call returned what it should not");
        }
        return Math.floor(bytes);
    }

    private static void print(String what, String where, double figure) {
        System.out.println(new Row(what, where, figure).line());
    }
}
