package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;

import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.junit.AsyncExtension;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AsyncExtension.class)
class PriceTest {
    private int price;
    private EventLoop loop;

    @BeforeEach
    @AsyncEntry
    void aPriceIsKnown() {
        await(sleep(Duration.ofHours(1)));
        price = 3;
        loop = currentLoop();
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

    @Test
    void coroutinesAreWatched() {
        assertEquals("true", System.getProperty("asyncjava.tests"));
    }

    @AsyncTest
    void awaits() {
        assertEquals(3, await(priceOf()));
    }

    @AsyncTest
    void awaitsOnItsLoop(TestLoop test) {
        assertEquals(3, await(priceOf()));
        assertEquals(Duration.ofHours(2), test.elapsed());
        assertSame(loop, currentLoop());
    }

    @RepeatedTest(2)
    @AsyncEntry
    void awaitsAgain() {
        assertEquals(3, await(priceOf()));
        assertSame(loop, currentLoop());
    }

    @TestFactory
    @AsyncEntry
    Stream<DynamicTest> prices() {
        int known = await(priceOf());
        return Stream.of("a", "b").map(name -> DynamicTest.dynamicTest(name, () -> isStill(known)));
    }

    @AsyncEntry
    private void isStill(int known) {
        assertEquals(known, await(priceOf()));
        assertSame(loop, currentLoop());
    }

    @Nested
    class Inside {
        @AsyncTest
        void awaits() {
            assertEquals(3, await(priceOf()));
            assertSame(loop, currentLoop());
        }
    }

    @Async
    private Coroutine<Integer> priceOf() {
        await(sleep(Duration.ofHours(1)));
        return Coroutine.of(price);
    }
}
