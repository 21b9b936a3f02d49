package org.asyncjava.runtime;

import java.util.Queue;

/** Items whose order is no program's code. */
final class UnsortedItems<T> implements Items<T> {
    private final Queue<T> items;

    UnsortedItems(Queue<T> items) {
        this.items = items;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public void clear() {
        items.clear();
    }

    @Override
    public boolean add(T item, Heap<T> prepared) {
        return items.add(item);
    }

    @Override
    public T remove(Heap<T> prepared) {
        return items.remove();
    }
}
