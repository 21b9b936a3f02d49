package org.asyncjava.examples.seeds;

import static java.time.Duration.ofMillis;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Program 29: the same tasks with an awaited sleep; all calls of one depth overlap, one second in all. */
public final class FibonacciOverlapping {
    private int count;

    private FibonacciOverlapping() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        long start = System.nanoTime();
        FibonacciOverlapping counted = new FibonacciOverlapping();
        int result = run(counted.fib(10));
        System.out.println(result + " " + counted.count);
        System.out.println(PythonText.secondsSince(start));
    }

    @Async
    private Coroutine<Integer> fib(int n) {
        count++;
        await(sleep(ofMillis(100)));
        if (n > 1) {
            Task<Integer> task1 = createTask(fib(n - 1));
            Task<Integer> task2 = createTask(fib(n - 2));
            await(gather(task1, task2));
            return Coroutine.of(task1.result() + task2.result());
        }
        return Coroutine.of(n);
    }
}
