package demo

import java.util.concurrent.CompletableFuture
import org.asyncjava.Async
import org.asyncjava.Await.await

/** The constants of a trait are final fields, which methods of the object's class assign: only class files of Java 8 may do that. */
trait Priced {
  val base: Integer = Integer.valueOf(7)
  val labels: List[String] = List("small", "large")
}

object Shop extends Priced {
  private var sold = 0
  lazy val sign: String = s"shop $base"

  @Async
  def total(prices: java.util.List[CompletableFuture[Integer]]): CompletableFuture[String] = {
    var sum = base.intValue
    var index = 0
    while (index < prices.size) {
      sum += await(prices.get(index)).intValue
      sold += 1
      index += 1
    }
    val label = if (sum < 10) labels.head else labels(1)
    CompletableFuture.completedFuture(s"$sign: $sum $label, $sold sold")
  }
}
