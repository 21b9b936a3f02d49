package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;

import java.util.Map;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Accounts. Whether a transfer is allowed is known elsewhere. */
interface Bank {
    Coroutine<Void> transfer(String from, String to, int cents);

    /** A balance is read before an await and written after it: what was booked meanwhile is lost. */
    final class WithBug implements Bank {
        private final Map<String, Integer> balances;
        private final Remote rules;

        WithBug(Map<String, Integer> balances, Remote rules) {
            this.balances = balances;
            this.rules = rules;
        }

        @Async
        @Override
        public Coroutine<Void> transfer(String from, String to, int cents) {
            int before = balances.get(from);
            if (before < cents) {
                throw new IllegalArgumentException(from + " has " + before);
            }
            if (!await(rules.answer(true))) { // bug
                throw new IllegalArgumentException(from + " may not");
            }
            balances.put(from, before - cents);
            balances.merge(to, cents, Integer::sum);
            return Coroutine.done();
        }
    }

    /** It asks first, and then reads and writes. */
    final class Clean implements Bank {
        private final Map<String, Integer> balances;
        private final Remote rules;

        Clean(Map<String, Integer> balances, Remote rules) {
            this.balances = balances;
            this.rules = rules;
        }

        @Async
        @Override
        public Coroutine<Void> transfer(String from, String to, int cents) {
            if (!await(rules.answer(true))) {
                throw new IllegalArgumentException(from + " may not");
            }
            int before = balances.get(from);
            if (before < cents) {
                throw new IllegalArgumentException(from + " has " + before);
            }
            balances.put(from, before - cents);
            balances.merge(to, cents, Integer::sum);
            return Coroutine.done();
        }
    }
}
