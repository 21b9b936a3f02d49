package org.asyncjava.runtime;

/** A callback that was sent to a loop. Any thread may take it back, and it runs also when the loop is being closed: who has sent it cannot know. */
final class SentHandle extends Handle {
    private volatile boolean takenBack;

    SentHandle(Runnable callback) {
        super(callback);
    }

    @Override
    public void cancel() {
        takenBack = true;
        super.cancel();
    }

    @Override
    public void run() {
        if (!takenBack) {
            super.run();
        }
    }
}
