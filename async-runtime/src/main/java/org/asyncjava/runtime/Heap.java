package org.asyncjava.runtime;

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * A queue that gives the smallest element first, in the order of {@code java.util.PriorityQueue}. Unlike that it stays as it was when the
 * comparator throws: every place is found before anything is moved.
 */
final class Heap<T> extends AbstractQueue<T> {
    private final Comparator<? super T> order;
    private final List<T> elements = new ArrayList<>();

    Heap(Comparator<? super T> order) {
        this.order = order;
    }

    @Override
    public boolean offer(T element) {
        int place = elements.size();
        while (place > 0 && order.compare(element, elements.get(parentOf(place))) < 0) {
            place = parentOf(place);
        }
        int hole = elements.size();
        elements.add(element);
        for (; hole != place; hole = parentOf(hole)) {
            elements.set(hole, elements.get(parentOf(hole)));
        }
        elements.set(place, element);
        return true;
    }

    @Override
    public T poll() {
        if (elements.isEmpty()) {
            return null;
        }
        int last = elements.size() - 1;
        int place = placeFromTop(elements.get(last), last);
        T first = elements.get(0);
        T moved = elements.remove(last);
        while (place > 0) {
            T above = elements.get(place);
            elements.set(place, moved);
            moved = above;
            place = parentOf(place);
        }
        if (last > 0) {
            elements.set(0, moved);
        }
        return first;
    }

    /** Where an element belongs once the first one is gone, among a number of others; all above that place move up by one. */
    private int placeFromTop(T element, int size) {
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && order.compare(elements.get(child), elements.get(child + 1)) > 0) {
                child++;
            }
            if (order.compare(element, elements.get(child)) <= 0) {
                break;
            }
            place = child;
        }
        return place;
    }

    private static int parentOf(int place) {
        return (place - 1) >>> 1;
    }

    @Override
    public T peek() {
        return elements.isEmpty() ? null : elements.get(0);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public void clear() {
        elements.clear();
    }

    @Override
    public Iterator<T> iterator() {
        return Collections.unmodifiableList(elements).iterator();
    }
}
