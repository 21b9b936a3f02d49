package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import org.asyncjava.Async;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
public class Orders {
    private final Prices prices;
    private final JdbcTemplate database;
    private final TransactionTemplate transactions;
    private final Executor blocking;

    public Orders(Prices prices, JdbcTemplate database, TransactionTemplate transactions, Executor applicationTaskExecutor) {
        this.prices = prices;
        this.database = database;
        this.transactions = transactions;
        this.blocking = applicationTaskExecutor;
        database.execute("create table if not exists line(name varchar(20), price int)");
    }

    /** Wrong: the transaction is committed when the method is suspended, and what follows is outside of it. Rule AJ107 warns. */
    @Async
    @Transactional
    public CompletableFuture<Void> placeInATransactionThatEndsTooSoon(String name, CompletionStage<Integer> price) {
        add(name, 0);
        add(name, await(price));
        throw new IllegalStateException("refused");
    }

    /** Right: the awaits come first or last; what the database does is one blocking piece, on a thread that may block. */
    @Async
    public CompletableFuture<Void> place(String name, boolean refused) {
        int price = await(prices.priceOf(name));
        await(CompletableFuture.runAsync(() -> transactions.executeWithoutResult(transaction -> {
            add(name, 0);
            add(name, price);
            if (refused) {
                throw new IllegalStateException("refused");
            }
        }), blocking));
        return CompletableFuture.completedFuture(null);
    }

    private void add(String name, int price) {
        database.update("insert into line values(?, ?)", name, price);
    }

    public int linesOf(String name) {
        return database.queryForObject("select count(*) from line where name = ?", Integer.class, name);
    }
}
