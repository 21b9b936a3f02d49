package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.asyncjava.Async;

@ApplicationScoped
public class Orders {
    @Inject
    private TransactionManager transactions;

    @Inject
    private TransactionSynchronizationRegistry registry;

    /** Narayana ends the transaction when the future is done; the carrier has it on the thread after the await. */
    @Async
    @Transactional
    public CompletableFuture<Void> place(CompletionStage<Integer> price, Ending ending) throws SystemException {
        registry.registerInterposedSynchronization(ending);
        int known = await(price);
        if (transactions.getStatus() != Status.STATUS_ACTIVE) {
            throw new AssertionError("outside of the transaction");
        }
        if (known < 0) {
            throw new IllegalArgumentException("refused");
        }
        return CompletableFuture.completedFuture(null);
    }
}
