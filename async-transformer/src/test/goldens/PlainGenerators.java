import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.Iterator;
import java.util.stream.Stream;
import org.asyncjava.Generator;

/** Generators that wait for nothing: an iterable begins with its call's arguments each time; wide locals and a finally live across emits. */
class PlainGenerators {
    private long total;

    @Generator
    static Iterable<Integer> down(int n) {
        while (n > 0) {
            emit(n--);
        }
        return end();
    }

    @Generator
    Iterator<String> words(String... all) {
        try {
            for (String word : all) {
                emit(word);
                total += word.length();
            }
        } finally {
            total++;
        }
        return end();
    }

    @Generator
    static Stream<Double> wide(long from, double step) {
        for (double at = from; ; at += step) {
            emit(at);
        }
    }
}
