package shop;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;

class Generators {
    Iterable<Integer> lengths(List<String> texts) {
        for (String text : texts) {
            emit(text.length());
        }
        return end();
    }

    AsyncIterable<Integer> later(CompletableFuture<List<String>> texts) {
        for (String text : await(texts)) {
            emit(text.length());
        }
        return end();
    }

    @Generator
    Iterable<Integer> waiting(CompletableFuture<List<String>> texts) {
        for (String text : await(texts)) {
            emit(text.length());
        }
        return end();
    }

    Iterable<Integer> unmarked(CompletableFuture<Integer> number) {
        emit(await(number));
        return end();
    }

    @Generator
    Iterable<Integer> none(boolean none) {
        if (none) {
            return null;
        }
        emit(1);
        return end();
    }
}
