package shop;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import org.asyncjava.runtime.ContextCarrier;

/** The transaction of the thread. */
public final class TransactionCarrier implements ContextCarrier<Transaction> {
    @Override
    public Transaction capture() {
        try {
            return manager().getTransaction();
        } catch (SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void restore(Transaction captured) {
        try {
            manager().suspend();
            if (captured != null) {
                manager().resume(captured);
            }
        } catch (SystemException | InvalidTransactionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static TransactionManager manager() {
        return CDI.current().select(TransactionManager.class).get();
    }
}
