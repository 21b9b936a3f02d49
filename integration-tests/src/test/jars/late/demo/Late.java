package demo;

import static org.asyncjava.Await.await;

import com.sun.tools.attach.VirtualMachine;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.NotTransformedException;

/** Attaches the agent to its own JVM when one of its async classes is loaded already. Arguments: agent jar, options. */
public class Late {
    static class Early {
        @Async
        static CompletableFuture<String> word(CompletableFuture<String> word) {
            return CompletableFuture.completedFuture(await(word));
        }
    }

    static class Member {
        @Async
        static CompletableFuture<String> word(CompletableFuture<String> word) {
            return CompletableFuture.completedFuture(await(word));
        }
    }

    public static void main(String[] arguments) throws Exception {
        new Early();
        VirtualMachine self = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
        self.loadAgent(arguments[0], arguments[1]);
        self.loadAgent(arguments[0], arguments[1]);
        self.detach();
        print(() -> Early.word(CompletableFuture.completedFuture("early")).join());
        print(() -> Member.word(CompletableFuture.completedFuture("member")).join());
        print(() -> OnTime.word(CompletableFuture.completedFuture("on time")).join());
    }

    private static void print(java.util.function.Supplier<String> word) {
        try {
            System.out.println(word.get());
        } catch (NotTransformedException expected) {
            System.out.println("not transformed");
        }
    }
}

class OnTime {
    @Async
    static CompletableFuture<String> word(CompletableFuture<String> word) {
        return CompletableFuture.completedFuture(await(word));
    }
}
