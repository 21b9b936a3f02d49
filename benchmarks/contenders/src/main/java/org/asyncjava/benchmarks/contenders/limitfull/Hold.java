package org.asyncjava.benchmarks.contenders.limitfull;

/** Holds four live locals while it waits. */
final class Hold extends Call {
    private final Loop loop;
    private final Promise[] operands;
    private final int number;
    private final long shifted;
    private final String text;

    Hold(Loop loop, Promise[] operands, int number, long shifted, String text) {
        this.loop = loop;
        this.operands = operands;
        this.number = number;
        this.shifted = shifted;
        this.text = text;
    }

    @Override
    protected void resume() throws Throwable {
        if (place() == 1) {
            int value = (Integer) promised();
            complete(shifted >>> 32 == number && text.length() < operands.length + 4 ? value : -1);
        } else {
            operands[number] = new Promise(loop);
            suspend(operands[number], 1);
        }
    }
}
