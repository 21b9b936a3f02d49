package shop;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.asyncjava.Async;

@Path("/")
@ApplicationScoped
@OnTheExecutor
public class PriceResource {
    @Inject
    private Prices prices;

    @Inject
    private Bells bells;

    @Inject
    private Customer customer;

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

    /** Whose request it is after an await that somebody else's request ended, and on which thread. */
    @Async
    @GET
    @Path("wait")
    public CompletionStage<String> waitFor(@QueryParam("bell") String bell, @HeaderParam("Tenant") String tenant) {
        customer.is(tenant);
        await(bells.heard(bell));
        return CompletableFuture.completedFuture(customer.name() + " on " + Thread.currentThread().getName());
    }

    /** Empty if nobody waits for the bell yet. */
    @GET
    @Path("ring")
    public String ring(@QueryParam("bell") String bell, @HeaderParam("Tenant") String tenant) {
        customer.is(tenant);
        return bells.ring(bell) ? customer.name() : "";
    }
}
