package org.asyncjava.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViolationTest {
    @Test
    void aLineOfAReportSaysWhereWhichRuleAndTheMend() {
        Enclosure method = new Enclosure(Enclosure.Kind.METHOD, "demo.Shop", "total", false);
        AwaitSite site = new AwaitSite(List.of(method), Marker.AWAIT, false, new Position("Shop.java", 14, 20));
        assertThat(site.violation().orElseThrow().text()).isEqualTo("Shop.java:[14,20] AJ001 await in demo.Shop.total, which is not async:"
                + " mark the method @Async (for a lambda: use a functional interface whose method is @Async)"
                + " and return a Coroutine, CompletableFuture or CompletionStage"
                + "; where a program begins, mark it @AsyncEntry or call Coroutines.run");
    }

    @Test
    void whatIsNotKnownOfAPositionIsLeftOut() {
        assertThat(Position.ofLine("Shop.java", 14).text()).isEqualTo("Shop.java:[14]");
        assertThat(Position.ofLine("demo.Shop", 0).text()).isEqualTo("demo.Shop");
    }

    @Test
    void reportsAreSortedByFileLineColumnAndCode() {
        List<Violation> sorted = Stream.of(
                        violation(AwaitRule.AWAIT_OUTSIDE_ASYNC, "Till.java", 1, 0),
                        violation(AwaitRule.AWAIT_HOLDING_MONITOR, "Shop.java", 9, 0),
                        violation(AwaitRule.AWAIT_OUTSIDE_ASYNC, "Shop.java", 9, 0),
                        violation(AwaitRule.AWAIT_OUTSIDE_ASYNC, "Shop.java", 10, 7),
                        violation(AwaitRule.AWAIT_OUTSIDE_ASYNC, "Shop.java", 10, 3))
                .sorted().toList();
        assertThat(sorted).extracting(found -> found.position().text() + " " + found.rule().code()).containsExactly(
                "Shop.java:[9] AJ001", "Shop.java:[9] AJ003", "Shop.java:[10,3] AJ001", "Shop.java:[10,7] AJ001", "Till.java:[1] AJ001");
    }

    @Test
    void anAwaitStandsInSomething() {
        Position position = Position.ofLine("Shop.java", 1);
        assertThatThrownBy(() -> new AwaitSite(List.of(), Marker.AWAIT, false, position)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codesAreDistinctAndEachRuleNamesItsPage() {
        assertThat(AwaitRule.values()).extracting(AwaitRule::code).doesNotHaveDuplicates();
        assertThat(AwaitRule.values()).allSatisfy(rule -> assertThat(rule.docPage()).isEqualTo("docs/rules/" + rule.code() + ".md"));
    }

    private static Violation violation(AwaitRule rule, String file, int line, int column) {
        return new Violation(rule, "demo.Shop", "total", new Position(file, line, column), rule.message("demo.Shop.total"));
    }
}
