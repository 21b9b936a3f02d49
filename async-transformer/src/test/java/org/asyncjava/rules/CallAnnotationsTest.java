package org.asyncjava.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallAnnotationsTest {
    @Test
    void transactionsCachesAndRequestScopesAreKnown() {
        assertThat(CallAnnotations.known().names()).contains("org.springframework.transaction.annotation.Transactional",
                "jakarta.transaction.Transactional", "javax.transaction.Transactional", "org.springframework.cache.annotation.Cacheable",
                "jakarta.enterprise.context.RequestScoped", "org.springframework.web.context.annotation.RequestScope");
    }

    @Test
    void namesAreAddedAndTakenAway() {
        CallAnnotations chosen = CallAnnotations.known().with("com.acme.Transacted, -javax.transaction.Transactional com.acme.Outer$Inner");
        assertThat(chosen.names()).contains("com.acme.Transacted", "com.acme.Outer$Inner", "jakarta.transaction.Transactional")
                .doesNotContain("javax.transaction.Transactional");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@Transactional", "a,,b", "--x", "com/acme/Transacted"})
    void whatIsNoListOfNamesIsRefused(String list) {
        assertThatThrownBy(() -> CallAnnotations.known().with(list)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("com.acme.Transactional");
    }
}
