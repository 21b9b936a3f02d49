package demo

import java.util.concurrent.CompletableFuture
import org.asyncjava.Async
import org.asyncjava.AsyncEntry
import org.asyncjava.Await.await
import org.asyncjava.runtime.AsyncIterable

class Shop {
    @AsyncEntry
    fun count(prices: CompletableFuture<List<Int>>): Int {
        return await(prices).size
    }

    @Async
    fun total(prices: List<CompletableFuture<Int>>): CompletableFuture<String> {
        var sum = 0
        for ((index, price) in prices.withIndex()) {
            sum += try {
                await(price)
            } catch (e: IllegalStateException) {
                -index
            } finally {
                sum++
            }
        }
        val text = when (val last = await(prices.last())) {
            in 0..9 -> "small ${await(prices[0])}"
            else -> "large $last"
        }
        return CompletableFuture.completedFuture("$sum $text")
    }

    @Async
    fun firstAbove(least: Int, prices: AsyncIterable<Int>): CompletableFuture<Int> {
        val iterator = prices.iterator()
        try {
            while (await(iterator.advance())) {
                if (iterator.current() > least) {
                    return CompletableFuture.completedFuture(iterator.current())
                }
            }
        } finally {
            await(iterator.closeAsync())
        }
        return CompletableFuture.completedFuture(-1)
    }
}
