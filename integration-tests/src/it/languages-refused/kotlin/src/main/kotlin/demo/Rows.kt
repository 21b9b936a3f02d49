package demo

import java.util.concurrent.CompletableFuture
import org.asyncjava.Async
import org.asyncjava.Emit.emit
import org.asyncjava.Emit.end
import org.asyncjava.runtime.AsyncIterable
import org.asyncjava.runtime.Each.each

class Rows {
    @Async
    fun sum(rows: AsyncIterable<Int>): CompletableFuture<Int> {
        var sum = 0
        for (row in each(rows)) {
            if (row == 0) {
                break
            }
            sum += row
        }
        return CompletableFuture.completedFuture(sum)
    }

    @Async
    fun doubled(rows: List<Int>): AsyncIterable<Int> {
        for (row in rows) {
            emit(2 * row)
        }
        return end()
    }
}
