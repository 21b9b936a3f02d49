import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** Resources that are closed by awaiting. */
class AsyncResources {
    static class Connection implements AsyncCloseable {
        void use() {
        }

        @Override
        public Coroutine<Void> closeAsync() {
            return Coroutine.done();
        }
    }

    static class Abortable extends Connection {
        @Override
        public void close() {
        }
    }

    static class Derived extends Connection {
    }

    interface Work {
        @Async
        Coroutine<Void> run();
    }

    static Connection open() {
        return new Connection();
    }

    void plain() {
        try (Connection connection = open()) { // AJ009
            connection.use();
        }
    }

    void inferred() {
        try (var connection = new Derived()) { // AJ009
            connection.use();
        }
    }

    void iterator(AsyncIterator<String> rows) {
        try (AsyncIterator<String> same = rows) { // AJ009
            same.current();
        }
    }

    void variable(Connection connection) {
        try (connection) { // AJ009
            connection.use();
        }
    }

    int severalWithFinally() {
        try (Connection one = open(); StringReader text = new StringReader(""); Connection other = open()) { // AJ009
            if (one == other) {
                return 1;
            }
            other.use();
        } finally {
            System.out.println("closed");
        }
        return text();
    }

    private static int text() {
        return 0;
    }

    void overridden() {
        try (Abortable connection = new Abortable()) {
            connection.use();
        }
    }

    void closedByHand(Connection connection) {
        connection.close();
    }

    @Async
    Coroutine<Void> fine() {
        try (Connection connection = open()) {
            connection.use();
        }
        return Coroutine.done();
    }

    Runnable lambda() {
        return () -> {
            try (Connection connection = open()) { // AJ009
                connection.use();
            }
        };
    }

    AsyncResources() {
        try (Connection connection = open()) { // AJ009
            connection.use();
        }
    }

    Work asyncLambda(CompletableFuture<String> source) {
        return () -> {
            try (Connection connection = open()) {
                await(source);
            }
            return Coroutine.done();
        };
    }

    Work closingAlone() {
        return () -> {
            try (Connection connection = open()) {
                connection.use();
            }
            return Coroutine.done();
        };
    }

    Work closingByHand(Connection connection) {
        return () -> {
            connection.close();
            return Coroutine.done();
        };
    }

    Work closingInLambdaOfIt(Connection connection) {
        return () -> {
            Runnable plain = () -> {
                try (connection) { // AJ009
                    connection.use();
                }
            };
            plain.run();
            return Coroutine.done();
        };
    }

    @Generator
    Iterable<String> inGenerator() {
        try (Connection connection = open()) { // AJ010
            emit("row");
        }
        return end();
    }

    @Generator
    Iterable<String> ordinaryResourceInGenerator() {
        try (Abortable connection = new Abortable()) {
            emit("row");
        }
        return end();
    }

    @Async
    Coroutine<Void> holdingMonitor(CompletableFuture<String> source) {
        await(source);
        synchronized (this) {
            try (Connection connection = open()) { // AJ003
                connection.use();
            }
        }
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> hidden(CompletableFuture<String> source) throws Exception {
        try (AutoCloseable connection = open()) { // AJ110 dead
            await(source);
        }
        return Coroutine.done();
    }

    void hiddenInPlainMethod() throws Exception {
        try (AutoCloseable connection = new Connection()) { // AJ110 dead
            System.out.println(connection);
        }
    }

    @Async
    Coroutine<Void> hiddenOfKnownKind(CompletableFuture<String> source) throws Exception {
        try (AutoCloseable reader = new StringReader(""); AutoCloseable connection = new Abortable()) { // AJ110 dead
            await(source);
        }
        return Coroutine.done();
    }

    @Async
    <T extends Runnable & AsyncCloseable> Coroutine<Void> intersection(T resource, CompletableFuture<String> source) {
        try (resource) { // AJ110 dead
            await(source);
        }
        return Coroutine.done();
    }

    @Async
    <T extends AsyncCloseable & Runnable> Coroutine<Void> intersectionThatBeginsWell(T resource, CompletableFuture<String> source) {
        try (resource) {
            await(source);
        }
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> neverClosed(CompletableFuture<String> source) {
        new Connection(); // AJ110 dead
        await(source);
        return Coroutine.done();
    }

    Connection lent() {
        return new Connection();
    }

    static CompletableFuture<Connection> connect() {
        return CompletableFuture.completedFuture(new Connection());
    }

    <R extends AsyncCloseable> R push(R resource) {
        return resource;
    }

    <R extends AsyncCloseable> CompletableFuture<R> enter(CompletableFuture<R> opening) {
        return opening;
    }

    static class Session extends Connection {
        Session named(String name) {
            return this;
        }

        AsyncCloseable alsoNamed(String name) {
            return this;
        }

        Derived begin() {
            return new Derived();
        }

        static Session opened() {
            return new Session();
        }
    }

    abstract static class Holder<R extends Connection> {
        abstract R held();
    }

    abstract static class Rows {
        abstract AsyncIterable<String> all();

        @Async
        AsyncIterator<String> generated() {
            emit("row");
            return end();
        }
    }

    void dropped(Session session, Rows rows) {
        open(); // AJ110 dead
        this.lent(); // AJ110 dead
        session.begin(); // AJ110 dead
        Session.opened(); // AJ110 dead
        session.named("a").begin(); // AJ110 dead
        rows.all().iterator(); // AJ110 javac
        Runnable expression = () -> open(); // AJ110 dead
        rows.generated(); // AJ102
    }

    @Async
    Coroutine<Void> droppedByAwait(CompletableFuture<Connection> kept) {
        await(connect()); // AJ110 javac
        await(enter(kept));
        await(kept);
        return Coroutine.done();
    }

    void kept(Session session, Holder<Session> holder, Map<String, Connection> all, Connection connection) {
        Connection own = open();
        session.named("a");
        session.alsoNamed("a");
        push(connection);
        holder.held();
        all.put("a", connection);
        all.remove("a");
        connect();
    }

    @SuppressWarnings("AJ110")
    void suppressed() {
        open();
    }
}
