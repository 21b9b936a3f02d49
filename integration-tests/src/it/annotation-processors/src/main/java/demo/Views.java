package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

/** A mapper whose class MapStruct writes, with an async method beside the mapping. */
@Mapper
public interface Views {
    Views INSTANCE = Mappers.getMapper(Views.class);

    OfferView view(Offer offer);

    @Async
    default CompletableFuture<OfferView> later(CompletableFuture<Offer> offer) {
        return CompletableFuture.completedFuture(view(await(offer)));
    }
}
