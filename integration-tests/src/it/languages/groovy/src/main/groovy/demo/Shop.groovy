package demo

import static org.asyncjava.Await.await

import groovy.transform.CompileStatic
import java.util.concurrent.CompletableFuture
import org.asyncjava.Async
import org.asyncjava.AsyncEntry
import org.asyncjava.runtime.AsyncIterable
import org.asyncjava.runtime.AsyncIterator

@CompileStatic
class Shop {
    @AsyncEntry
    int count(CompletableFuture<List<Integer>> prices) {
        return await(prices).size()
    }

    @Async
    CompletableFuture<String> total(List<CompletableFuture<Integer>> prices) {
        int sum = 0
        for (int index = 0; index < prices.size(); index++) {
            try {
                sum += await(prices[index])
            } catch (IllegalStateException e) {
                sum -= index
            } finally {
                sum++
            }
        }
        int last = await(prices.last())
        String text = last < 10 ? "small ${await(prices[0])}" : "large $last"
        return CompletableFuture.completedFuture("$sum $text".toString())
    }

    @Async
    CompletableFuture<Integer> firstAbove(int least, AsyncIterable<Integer> prices) {
        AsyncIterator<Integer> iterator = prices.iterator()
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
