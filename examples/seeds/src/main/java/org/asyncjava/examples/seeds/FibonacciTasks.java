package org.asyncjava.examples.seeds;

import static java.time.Duration.ofMillis;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Program 28: the recursion as 177 tasks that still block, so nothing is gained. */
public final class FibonacciTasks {
    private int count;

    private FibonacciTasks() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        long start = System.nanoTime();
        FibonacciTasks counted = new FibonacciTasks();
        int result = run(counted.fib(10));
        System.out.println(result + " " + counted.count);
        System.out.println(PythonText.secondsSince(start));
    }

    @Async
    private Coroutine<Integer> fib(int n) {
        count++;
        Blocking.sleep(ofMillis(100));
        if (n > 1) {
            Task<Integer> task1 = createTask(fib(n - 1));
            Task<Integer> task2 = createTask(fib(n - 2));
            await(gather(task1, task2));
            return Coroutine.of(task1.result() + task2.result());
        }
        return Coroutine.of(n);
    }
}
