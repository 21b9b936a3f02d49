package shop;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** How a transaction ended. */
public final class Ending implements Synchronization {
    private volatile String how = "open";

    public String how() {
        return how;
    }

    @Override
    public void beforeCompletion() {
    }

    @Override
    public void afterCompletion(int status) {
        how = status == Status.STATUS_COMMITTED ? "committed" : "rolled back";
    }
}
