package org.asyncjava.runtime;

/**
 * The items of a queue, in the order in which it gives them. Its owner guards it.
 *
 * <p>Where that order is a program's code, a change is prepared outside the guard, and made within it if nothing else has changed meanwhile.
 *
 * @param <T> the type of the items
 */
interface Items<T> {
    int size();

    void clear();

    /**
     * Adds an item.
     *
     * @param prepared what {@link #prepareToAdd} gave for it, or null
     * @return false if that is to be called, for the first time or again
     */
    boolean add(T item, Heap<T> prepared);

    /**
     * Removes the first item; there must be one.
     *
     * @param prepared what {@link #prepareToRemove} gave, or null
     * @return the item; null if that is to be called, for the first time or again
     */
    T remove(Heap<T> prepared);

    /** What the items will be with one more; null where that needs no preparation. Without the guard; throws what the order throws. */
    default Heap<T> prepareToAdd(T item) {
        return null;
    }

    /** What the items will be without the first; null where that needs no preparation. Without the guard; throws what the order throws. */
    default Heap<T> prepareToRemove() {
        return null;
    }
}
