package shop;

import static org.asyncjava.Await.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.asyncjava.Async;

@Singleton
public class Orders {
    private final TransactionOperations<Connection> transactions;
    private final ExecutorService blocking;

    Orders(TransactionOperations<Connection> transactions, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.transactions = transactions;
        this.blocking = blocking;
        transactions.executeWrite(status -> status.getConnection().createStatement()
                .execute("create table if not exists line(name varchar(20), price int)"));
    }

    /** Wrong: Micronaut refuses the call, because it cannot keep a JDBC transaction open until a future is done. */
    @Async
    @Transactional
    public CompletableFuture<Void> placeInATransactionOfItsOwn(String name, CompletionStage<Integer> price) throws SQLException {
        add(name, await(price));
        return CompletableFuture.completedFuture(null);
    }

    /** Right: the awaits come first or last; what the database does is one blocking piece, on a thread that may block. */
    @Async
    public CompletableFuture<Void> place(String name, CompletionStage<Integer> asked, boolean refused) {
        int price = await(asked);
        await(CompletableFuture.runAsync(() -> transactions.executeWrite(status -> {
            add(name, 0);
            add(name, price);
            if (refused) {
                throw new IllegalStateException("refused");
            }
            return null;
        }), blocking));
        return CompletableFuture.completedFuture(null);
    }

    private void add(String name, int price) throws SQLException {
        try (PreparedStatement statement = transactions.getConnection().prepareStatement("insert into line values(?, ?)")) {
            statement.setString(1, name);
            statement.setInt(2, price);
            statement.executeUpdate();
        }
    }

    public int linesOf(String name) {
        return transactions.executeRead(status -> {
            try (PreparedStatement statement = status.getConnection().prepareStatement("select count(*) from line where name = ?")) {
                statement.setString(1, name);
                ResultSet result = statement.executeQuery();
                result.next();
                return result.getInt(1);
            }
        });
    }
}
