package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.asyncjava.Async;

/** Goes on wherever its operand is completed. */
@Path("elsewhere")
public class ElsewhereResource {
    private final Bells bells;
    private final Customer customer;

    ElsewhereResource(Bells bells, Customer customer) {
        this.bells = bells;
        this.customer = customer;
    }

    @Async
    @GET
    public CompletableFuture<String> waitFor(@QueryParam("bell") String bell, @HeaderParam("Tenant") String tenant) {
        customer.is(tenant);
        await(bells.heard(bell));
        return CompletableFuture.completedFuture(customer.name());
    }
}
