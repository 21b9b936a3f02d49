package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertSame;

import java.time.Duration;

import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Runner;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** A runner runs set-up, test and tear-down. */
public class PriceTest {
    private Runner runner;
    private Runner.Entries entries;
    private EventLoop loop;
    private Task<Integer> price;

    @BeforeMethod
    public void begin() {
        runner = new Runner(TestLoop::withVirtualTime);
        entries = runner.runEntries();
        askForAPrice();
    }

    @AsyncEntry
    private void askForAPrice() {
        loop = currentLoop();
        price = createTask(priceAfterAnHour());
    }

    @Async
    private Coroutine<Integer> priceAfterAnHour() {
        await(sleep(Duration.ofHours(1)));
        return Coroutine.of(3);
    }

    @Test
    @AsyncEntry
    public void awaits() {
        assertEquals(await(price), Integer.valueOf(3));
        assertSame(currentLoop(), loop);
    }

    @Test(expectedExceptions = IllegalStateException.class, expectedExceptionsMessageRegExp = "no price")
    @AsyncEntry
    public void fails() {
        await(price);
        throw new IllegalStateException("no price");
    }

    @AfterMethod
    public void end() {
        entries.close();
        runner.close();
    }
}
