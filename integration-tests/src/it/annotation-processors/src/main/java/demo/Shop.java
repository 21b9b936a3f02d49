package demo;

import static org.asyncjava.Await.await;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import lombok.SneakyThrows;
import lombok.val;
import org.asyncjava.Async;

public class Shop {
    @Async
    public CompletableFuture<Offer> cheaper(CompletableFuture<Offer> one, CompletableFuture<Offer> other) {
        val first = await(one);
        val second = await(other);
        val builder = Offer.builder().shop(first.getShop() + " or " + second.getShop());
        return CompletableFuture.completedFuture(builder.price(Math.min(first.getPrice(), second.getPrice())).build());
    }

    @Async
    @SneakyThrows
    public CompletableFuture<String> closed(CompletableFuture<String> reason) {
        if (await(reason).isEmpty()) {
            return CompletableFuture.completedFuture("open");
        }
        throw new IOException(await(reason));
    }
}
