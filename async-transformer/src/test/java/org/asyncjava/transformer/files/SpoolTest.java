package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.asyncjava.transformer.Transformed;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final byte[] LARGE = new byte[100];
    private final Transformed first = result("demo/First", 1);
    private final Transformed second = result("demo/Second", 2);

    @Test
    void whatDoesNotFitInMemoryComesBackFromTheFile() throws IOException {
        try (Spool spool = Spool.withOverflow(LARGE.length)) {
            Supplier<Transformed> inMemory = spool.keep(new Transformed("demo/Large", LARGE, Map.of(), List.of(), List.of()));
            Supplier<Transformed> one = spool.keep(first);
            Supplier<Transformed> other = spool.keep(second);
            assertThat(inMemory.get().classFile()).isSameAs(LARGE);
            assertThat(other.get()).isNotSameAs(second).usingRecursiveComparison().isEqualTo(second);
            assertThat(one.get()).isNotSameAs(first).usingRecursiveComparison().isEqualTo(first);
        }
    }

    @Test
    void whatIsInTheFileIsInMemoryNoMore() throws IOException {
        try (Spool spool = Spool.withOverflow(0)) {
            Transformed result = result("demo/Gone", 3);
            WeakReference<Transformed> reference = new WeakReference<>(result);
            Supplier<Transformed> kept = spool.keep(result);
            result = null;
            for (int i = 0; i < 50 && reference.get() != null; i++) {
                System.gc();
            }
            assertThat(reference.get()).isNull();
            assertThat(kept.get().classFile()).hasSize(2);
        }
    }

    @Test
    void aSpoolInMemoryGivesBackTheVeryResults() throws IOException {
        try (Spool spool = Spool.inMemory()) {
            assertThat(spool.keep(first).get()).isSameAs(first);
            assertThat(spool.keep(second).get()).isSameAs(second);
        }
    }

    private static Transformed result(String name, int number) {
        byte number8 = (byte) number;
        return new Transformed(name, new byte[] {number8, 10}, Map.of(name + "$Async1", new byte[] {number8, 20, 30}, name + "$Async2", new byte[0]),
                List.of(), List.of());
    }
}
