package org.asyncjava.benchmarks.contenders.limitfull;

/** Promises that calls make and publish in an array. Run by the loop it completes them. */
final class Operands implements Runnable {
    private final Loop loop;
    private final Promise[] published;
    private int count;

    Operands(Loop loop, int capacity) {
        this.loop = loop;
        published = new Promise[capacity];
    }

    Promise publish() {
        Promise operand = new Promise(loop);
        published[count++] = operand;
        return operand;
    }

    @Override
    public void run() {
        for (int i = 0; i < count; i++) {
            published[i].complete(i & 7);
        }
    }
}
