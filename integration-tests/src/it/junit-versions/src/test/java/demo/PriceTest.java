package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.asyncjava.Async;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceTest {
    private int price;

    @BeforeEach
    void aPriceIsKnown() {
        price = 3;
    }

    @Test
    void isAPlainOne() {
        assertEquals(3, price);
    }

    @Test
    void isOfTheProjectsJUnit() {
        String jar = Test.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        assertTrue(jar.endsWith("-" + System.getProperty("junit.expected") + ".jar"), jar);
    }

    @Async
    @AsyncTest
    Coroutine<Void> awaits() {
        assertEquals(3, await(priceOf()));
        return Coroutine.done();
    }

    @Async
    @AsyncTest
    Coroutine<Void> awaitsOnItsLoop(TestLoop test) {
        assertEquals(3, await(priceOf()));
        assertEquals(Duration.ofHours(1), test.elapsed());
        return Coroutine.done();
    }

    @Async
    private Coroutine<Integer> priceOf() {
        await(sleep(Duration.ofHours(1)));
        return Coroutine.of(price);
    }
}
