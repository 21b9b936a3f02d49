package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.shield;

import java.util.Map;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** What somebody has set, loaded when it is first asked for. */
interface Settings {
    Coroutine<String> get(String name);

    /** Says that they are loaded when it begins to load them. */
    final class WithBug implements Settings {
        private final Remote store;
        private boolean isLoaded;
        private Map<String, String> values;

        WithBug(Remote store) {
            this.store = store;
        }

        @Async
        @Override
        public Coroutine<String> get(String name) {
            if (!isLoaded) {
                isLoaded = true;
                values = await(store.answer(Map.of("colour", "red"))); // bug
            }
            return Coroutine.of(values.get(name));
        }
    }

    /** All wait for the first to load them. */
    final class Clean implements Settings {
        private final Remote store;
        private Task<Map<String, String>> loading;

        Clean(Remote store) {
            this.store = store;
        }

        @Async
        @Override
        public Coroutine<String> get(String name) {
            if (loading == null) {
                loading = createTask(store.answer(Map.of("colour", "red")));
            }
            return Coroutine.of(await(shield(loading)).get(name));
        }
    }
}
