package shop;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

public class AwaitInVoidMethod {
	private void visit(List<CompletableFuture<String>> names) {
		if (names.isEmpty()) {
			return;
		}
		for (CompletableFuture<String> name : names) {
			System.out.println(await(name));
		}
	}

	@Async
	Coroutine<Void> known() {
		return Coroutine.done();
	}
}
