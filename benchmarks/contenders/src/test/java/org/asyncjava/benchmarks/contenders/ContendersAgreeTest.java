package org.asyncjava.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.asyncjava.benchmarks.Agreement;
import org.asyncjava.benchmarks.Contender;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContendersAgreeTest {
    @TestFactory
    Stream<DynamicTest> everyContenderReturnsWhatTheWorkloadsDemand() {
        return ServiceLoader.load(Contender.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(contender -> DynamicTest.dynamicTest(contender.name(), () -> agrees(contender)));
    }

    private static void agrees(Contender contender) {
        try (contender) {
            assertThat(Agreement.differences(contender)).isEmpty();
        }
    }
}
