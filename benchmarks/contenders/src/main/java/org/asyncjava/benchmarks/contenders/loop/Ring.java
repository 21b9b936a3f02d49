package org.asyncjava.benchmarks.contenders.loop;

/**
 * A queue, first in first out, in an array that grows. Confined to one thread.
 *
 * <p>The array is one of objects: each store into an array of interfaces is checked by looking for the interface among those of the element's
 * class, which takes longer than the cast of what is taken out.
 */
public final class Ring {
    private Object[] items = new Object[64];
    private int head;
    private int size;

    /** An empty queue. */
    public Ring() {
    }

    /**
     * How many there are.
     *
     * @return the number
     */
    public int size() {
        return size;
    }

    /**
     * Puts something at the end.
     *
     * @param item what to run
     */
    public void add(Runnable item) {
        if (size == items.length) {
            grow();
        }
        items[head + size & items.length - 1] = item;
        size++;
    }

    /**
     * Looks at the first; there must be one.
     *
     * @return what is to run next
     */
    public Runnable first() {
        return (Runnable) items[head];
    }

    /**
     * Takes the first; there must be one.
     *
     * @return what to run
     */
    public Runnable remove() {
        Runnable item = (Runnable) items[head];
        items[head] = null;
        head = head + 1 & items.length - 1;
        size--;
        return item;
    }

    private void grow() {
        Object[] larger = new Object[items.length * 2];
        int upToEnd = items.length - head;
        System.arraycopy(items, head, larger, 0, upToEnd);
        System.arraycopy(items, 0, larger, upToEnd, head);
        items = larger;
        head = 0;
    }
}
