package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The tasks of a loop that have not ended, with their numbers: a table whose empty places form a list. A task knows its place and needs no
 * links. Confined to the loop.
 */
final class LiveTasks {
    private static final int INITIAL = 2;
    /** A larger table is given back after a burst. */
    private static final int LARGE = 1 << 14;

    private Task<?>[] tasks = new Task<?>[INITIAL];

    /** The number of the task in a place; of an empty place, the next empty place. */
    private int[] numbers = emptyPlaces(new int[INITIAL], 0);

    private int firstEmpty;
    private int size;

    private static int[] emptyPlaces(int[] numbers, int from) {
        for (int place = from; place < numbers.length; place++) {
            numbers[place] = place + 1;
        }
        return numbers;
    }

    /** Adds a task and returns its place. */
    int add(Task<?> task, int number) {
        int place = firstEmpty;
        if (place == tasks.length) {
            grow();
        }
        firstEmpty = numbers[place];
        tasks[place] = task;
        numbers[place] = number;
        size++;
        return place;
    }

    private void grow() {
        int[] larger = new int[numbers.length << 1];
        System.arraycopy(numbers, 0, larger, 0, numbers.length);
        Task<?>[] moreTasks = new Task<?>[larger.length];
        System.arraycopy(tasks, 0, moreTasks, 0, tasks.length);
        numbers = emptyPlaces(larger, tasks.length);
        tasks = moreTasks;
    }

    /** The number of the task in a place; for a look from another thread anything, but no exception. */
    int numberIn(int place) {
        int[] current = numbers;
        return place < current.length ? current[place] : 0;
    }

    /** Empties a place and returns the number of the task that was there. */
    int remove(int place) {
        int number = numbers[place];
        tasks[place] = null;
        numbers[place] = firstEmpty;
        firstEmpty = place;
        size--;
        if (tasks.length > LARGE && size < tasks.length >> 3 && Integer.bitCount(size) <= 1) { // tried seldom
            shrink();
        }
        return number;
    }

    /** Gives back what lies behind the last task, which knows its place and stays there. */
    private void shrink() {
        int last = tasks.length - 1;
        while (last >= 0 && tasks[last] == null) {
            last--;
        }
        int needed = Math.max(INITIAL, Integer.highestOneBit(Math.max(last, 1)) << 1);
        if (needed > tasks.length >> 1) {
            return;
        }
        tasks = Arrays.copyOf(tasks, needed);
        int[] kept = Arrays.copyOf(numbers, needed);
        firstEmpty = needed;
        for (int place = needed - 1; place >= 0; place--) {
            if (tasks[place] == null) {
                kept[place] = firstEmpty;
                firstEmpty = place;
            }
        }
        numbers = kept;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** For another thread what it can see. */
    int size() {
        return size;
    }

    /** All of them, as far as another thread can see, in no order. */
    List<Task<?>> seen() {
        List<Task<?>> living = new ArrayList<>();
        for (Task<?> task : tasks.clone()) {
            if (task != null && !task.isDone()) {
                living.add(task);
            }
        }
        return living;
    }

    /** All of them, oldest first. */
    List<Task<?>> snapshot() {
        List<Task<?>> living = new ArrayList<>(size);
        for (Task<?> task : tasks) {
            if (task != null) {
                living.add(task);
            }
        }
        living.sort(Comparator.comparingInt(Task::number));
        return living;
    }
}
