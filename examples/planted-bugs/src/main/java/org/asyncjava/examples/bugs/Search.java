package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;

/** Looks for a row whose details fit. The rows come over a connection. */
interface Search {
    Coroutine<String> find(String wanted);

    /** What the rows are made of. */
    @Async
    private static AsyncIterable<String> rows(AsyncSemaphore connections, Remote database) {
        try (var connection = await(connections.hold())) {
            for (String row : List.of("red", "green", "blue")) {
                emit(await(database.answer(row)));
            }
        }
        return end();
    }

    /** Closes the rows when it has found one, or none, and not when it is cancelled. */
    final class WithBug implements Search {
        private final AsyncSemaphore connections;
        private final Remote database;

        WithBug(AsyncSemaphore connections, Remote database) {
            this.connections = connections;
            this.database = database;
        }

        @Async
        @Override
        public Coroutine<String> find(String wanted) {
            AsyncIterator<String> rows = rows(connections, database).iterator();
            String found = null;
            while (found == null && await(rows.advance())) {
                if (await(database.answer(rows.current().equals(wanted)))) { // bug
                    found = rows.current();
                }
            }
            await(rows.closeAsync());
            return Coroutine.of(found);
        }
    }

    /** A loop over the rows closes them. */
    final class Clean implements Search {
        private final AsyncSemaphore connections;
        private final Remote database;

        Clean(AsyncSemaphore connections, Remote database) {
            this.connections = connections;
            this.database = database;
        }

        @Async
        @Override
        public Coroutine<String> find(String wanted) {
            for (String row : each(rows(connections, database))) {
                if (await(database.answer(row.equals(wanted)))) {
                    return Coroutine.of(row);
                }
            }
            return Coroutine.of(null);
        }
    }
}
