package shop;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.asyncjava.Async;

@Path("/")
@OnItsContext
public class PriceResource {
    private final Prices prices;
    private final Bells bells;
    private final Customer customer;

    PriceResource(Prices prices, Bells bells, Customer customer) {
        this.prices = prices;
        this.bells = bells;
        this.customer = customer;
    }

    @Async
    @GET
    @Path("total")
    public CompletionStage<String> total(@QueryParam("names") List<String> names) {
        int sum = 0;
        for (String name : names) {
            sum += await(prices.priceOf(name));
        }
        return CompletableFuture.completedFuture(String.valueOf(sum));
    }

    /** Mutiny's types become stages. */
    @Async
    @GET
    @Path("mutiny")
    public CompletionStage<String> mutiny() {
        return CompletableFuture.completedFuture(await(Uni.createFrom().item("uni").subscribeAsCompletionStage()));
    }

    /** Whose request it is after an await that somebody else's request ended, and on which threads. */
    @Async
    @GET
    @Path("wait")
    public CompletableFuture<String> waitFor(@QueryParam("bell") String bell, @HeaderParam("Tenant") String tenant) {
        customer.is(tenant);
        String first = Thread.currentThread().getName();
        await(bells.heard(bell));
        return CompletableFuture.completedFuture(customer.name() + " on " + first + " and " + Thread.currentThread().getName());
    }

    /** Empty if nobody waits for the bell yet. */
    @GET
    @Path("ring")
    @NonBlocking
    public String ring(@QueryParam("bell") String bell, @HeaderParam("Tenant") String tenant) {
        customer.is(tenant);
        return bells.ring(bell) ? customer.name() : "";
    }
}
