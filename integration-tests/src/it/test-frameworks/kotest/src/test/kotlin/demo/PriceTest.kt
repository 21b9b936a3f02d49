package demo

import io.kotest.core.spec.style.AnnotationSpec
import io.kotest.matchers.shouldBe
import java.time.Duration
import org.asyncjava.Async
import org.asyncjava.AsyncEntry
import org.asyncjava.Await.await
import org.asyncjava.runtime.Coroutine
import org.asyncjava.runtime.Coroutines.createTask
import org.asyncjava.runtime.Coroutines.currentLoop
import org.asyncjava.runtime.Coroutines.sleep
import org.asyncjava.runtime.Runner
import org.asyncjava.runtime.Task
import org.asyncjava.runtime.TestLoop

/** A runner runs what a test calls. */
class PriceTest : AnnotationSpec() {
    @Test
    fun awaitsOnALoopInVirtualTime() {
        Runner { TestLoop.withVirtualTime() }.use { runner ->
            runner.runEntries().use {
                val price = ask()
                answer(price) shouldBe 3
            }
        }
    }

    @AsyncEntry
    private fun ask(): Task<Int> = createTask(priceAfterAnHour())

    @AsyncEntry
    private fun answer(price: Task<Int>): Int {
        val answer = await(price)
        currentLoop().time() shouldBe Duration.ofHours(1).toNanos()
        return answer
    }

    @Async
    private fun priceAfterAnHour(): Coroutine<Int> {
        await(sleep(Duration.ofHours(1)))
        return Coroutine.of(3)
    }

    @Test
    @AsyncEntry
    fun awaits() {
        await(sleep(Duration.ofNanos(1)))
        await(Coroutine.of(3)) shouldBe 3
    }
}
