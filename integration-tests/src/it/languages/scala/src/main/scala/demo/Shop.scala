package demo

import java.util.concurrent.CompletableFuture
import org.asyncjava.Async
import org.asyncjava.Await.await

class Shop {
  @Async
  def total(prices: java.util.List[CompletableFuture[Integer]]): CompletableFuture[String] = {
    var sum = 0
    var index = 0
    while (index < prices.size) {
      try {
        sum += await(prices.get(index)).intValue
      } catch {
        case e: IllegalStateException => sum -= index
      } finally {
        sum += 1
      }
      index += 1
    }
    val text = await(prices.get(prices.size - 1)).intValue match {
      case small if small < 10 => s"small ${await(prices.get(0))}"
      case large => s"large $large"
    }
    CompletableFuture.completedFuture(s"$sum $text")
  }
}
