package shop;

import static org.asyncjava.Await.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.asyncjava.Async;

@ApplicationScoped
public class Orders {
    private final DataSource database;

    Orders(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table if not exists line(name varchar(20), price int)");
        }
    }

    /** Quarkus ends the transaction when the future is done; its carrier has it on the thread after the await. */
    @Async
    @Transactional
    public CompletableFuture<Void> place(String name, CompletionStage<Integer> price, boolean refused) throws SQLException {
        add(name, 0);
        add(name, await(price));
        if (refused) {
            throw new IllegalStateException("refused");
        }
        return CompletableFuture.completedFuture(null);
    }

    private void add(String name, int price) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("insert into line values(?, ?)")) {
            statement.setString(1, name);
            statement.setInt(2, price);
            statement.executeUpdate();
        }
    }

    public int linesOf(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from line where name = ?")) {
            statement.setString(1, name);
            ResultSet result = statement.executeQuery();
            result.next();
            return result.getInt(1);
        }
    }
}
