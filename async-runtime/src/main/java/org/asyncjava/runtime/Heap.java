package org.asyncjava.runtime;

import java.util.Comparator;

/**
 * Items in an order, the smallest first, equal ones in the order in which they came. It is never changed: adding and removing make another one, which
 * shares most of this (a leftist tree). So nothing is lost whatever the order throws or does, and it may be asked while others use the same heap.
 *
 * @param <T> the type of the items
 */
final class Heap<T> {
    /**
     * An item above others that come after it. The way down on the right is the shortest: of n items there are at most log2(n + 1) on it.
     *
     * @param number tells which of two equal items came first
     * @param height how many nodes there are from this one down on the right
     */
    private record Node<T>(T item, long number, int height, Node<T> left, Node<T> right) {
    }

    private final Comparator<? super T> order;
    private final Node<T> root;
    private final int size;
    /** How many changes have led to this one. */
    private final long version;

    /** An empty heap. */
    Heap(Comparator<? super T> order) {
        this(order, null, 0, 0);
    }

    private Heap(Comparator<? super T> order, Node<T> root, int size, long version) {
        this.order = order;
        this.root = root;
        this.size = size;
        this.version = version;
    }

    int size() {
        return size;
    }

    /** The smallest item; null if there is none. */
    T first() {
        return root == null ? null : root.item;
    }

    /** Tells whether another heap was made of this one. Of all that were made of one, one at most may have taken its place. */
    boolean isFollowedBy(Heap<T> other) {
        return other != null && other.version == version + 1;
    }

    /** This one and an item more. Throws what the order throws. */
    Heap<T> with(T item) {
        return new Heap<>(order, merged(root, new Node<>(item, version, 1, null, null)), size + 1, version + 1);
    }

    /** This one without the smallest item; null if there is none. Throws what the order throws. */
    Heap<T> withoutFirst() {
        return root == null ? null : new Heap<>(order, merged(root.left, root.right), size - 1, version + 1);
    }

    Heap<T> emptied() {
        return new Heap<>(order, null, 0, version + 1);
    }

    /** Goes down two ways on the right: it recurses with the logarithm of the size. */
    private Node<T> merged(Node<T> one, Node<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return precedes(one, other) ? above(one, merged(one.right, other)) : above(other, merged(other.right, one));
    }

    private boolean precedes(Node<T> one, Node<T> other) {
        int compared = order.compare(one.item, other.item);
        return compared < 0 || compared == 0 && one.number < other.number;
    }

    /** A node with its left side and another right one, the higher of which gets to the left. */
    private static <T> Node<T> above(Node<T> top, Node<T> right) {
        Node<T> left = top.left;
        return heightOf(left) < heightOf(right) ? node(top, right, left) : node(top, left, right);
    }

    private static <T> Node<T> node(Node<T> top, Node<T> left, Node<T> right) {
        return new Node<>(top.item, top.number, heightOf(right) + 1, left, right);
    }

    private static int heightOf(Node<?> node) {
        return node == null ? 0 : node.height;
    }
}
