import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Values of all types, in variables and on the operand stack, and the fields that they share. */
class Values {
    @Async
    static CompletableFuture<Double> wide(CompletableFuture<Integer> source, long big, double real, float small, char letter) {
        await(source); // live: source, big, real, small, letter; fields: source -> L0, big -> J0, real -> D0, small -> F0, letter -> I0
        return CompletableFuture.completedFuture(big + real + small + letter + await(source)); // live: nothing; stack: double; fields: double -> D0
    }

    @Async
    static CompletableFuture<String> evaluatedBefore(CompletableFuture<Integer> source, String text, long big) {
        return CompletableFuture.completedFuture(text.concat(join(text, big, await(source)))); // live: nothing; stack: String, String, long
    }

    private static String join(String text, long big, int small) {
        return text + big + small;
    }

    /** Of what is in a field with values of several types the machine does not know which it is: it is not passed. */
    @Async
    static CompletableFuture<String> fieldsAreShared(CompletableFuture<String> source, String first, String second, Integer number) {
        await(source); // live: source, first, number; fields: source -> L0, first -> L1, number -> L2; passed: first <- L1, number <- L2
        System.out.println(first);
        String third = second(); // shown: source, first, number
        await(source); // live: source, number, third; fields: source -> L0, number -> L2, third -> L1
        System.out.println(number);
        List<String> list = List.of(third);
        await(source); // live: list; fields: list -> L0
        return CompletableFuture.completedFuture(list.get(0));
    }

    private static String second() {
        return "second";
    }

    @Async
    static CompletableFuture<String> aVariableKeepsItsField(CompletableFuture<String> source, int one, int two) {
        await(source); // live: source, one, two; fields: source -> L0, one -> I0, two -> I1; passed: source <- L0, one <- I0, two <- I1
        System.out.println(one);
        await(source); // live: source, two; fields: source -> L0, two -> I1
        int three = two * 2;
        await(source); // live: two, three; fields: two -> I1, three -> I0
        return CompletableFuture.completedFuture("" + two + three);
    }

    @Async
    static CompletableFuture<String> nullNeedsNoField(CompletableFuture<String> source) {
        String none = null;
        await(source); // live: none; fields: none -> null
        return CompletableFuture.completedFuture(none);
    }
}
