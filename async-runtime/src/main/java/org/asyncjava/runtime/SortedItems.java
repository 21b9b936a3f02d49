package org.asyncjava.runtime;

import java.util.Comparator;

/** Items in a program's own order. */
final class SortedItems<T> implements Items<T> {
    private volatile Heap<T> heap;

    SortedItems(Comparator<? super T> order) {
        heap = new Heap<>(order);
    }

    @Override
    public int size() {
        return heap.size();
    }

    @Override
    public void clear() {
        heap = heap.emptied();
    }

    @Override
    public boolean add(T item, Heap<T> prepared) {
        boolean upToDate = heap.isFollowedBy(prepared);
        if (upToDate) {
            heap = prepared;
        }
        return upToDate;
    }

    @Override
    public T remove(Heap<T> prepared) {
        Heap<T> before = heap;
        if (!before.isFollowedBy(prepared)) {
            return null;
        }
        heap = prepared;
        return before.first();
    }

    @Override
    public Heap<T> prepareToAdd(T item) {
        return heap.with(item);
    }

    @Override
    public Heap<T> prepareToRemove() {
        return heap.withoutFirst();
    }
}
