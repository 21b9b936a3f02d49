package demo

import static org.asyncjava.Emit.emit
import static org.asyncjava.Emit.end
import static org.asyncjava.runtime.Each.each

import groovy.transform.CompileStatic
import java.util.concurrent.CompletableFuture
import org.asyncjava.Async
import org.asyncjava.runtime.AsyncIterable

@CompileStatic
class Rows {
    @Async
    CompletableFuture<Integer> sum(AsyncIterable<Integer> rows) {
        int sum = 0
        for (row in each(rows)) {
            if (row == 0) {
                break
            }
            sum += row
        }
        return CompletableFuture.completedFuture(sum)
    }

    @Async
    AsyncIterable<Integer> doubled(List<Integer> rows) {
        for (row in rows) {
            emit(2 * row)
        }
        return end()
    }
}
