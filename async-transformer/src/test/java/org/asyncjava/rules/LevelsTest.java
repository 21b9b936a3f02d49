package org.asyncjava.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void noErrorCanBeLoweredHoweverItIsChosen() {
        AwaitRule[] errors = Arrays.stream(AwaitRule.values()).filter(rule -> rule.level() == Level.ERROR).toArray(AwaitRule[]::new);
        assertThat(errors).contains(AwaitRule.AWAIT_HOLDING_MONITOR).allSatisfy(rule -> {
            assertThatThrownBy(() -> Levels.defaults().with(rule, Level.WARNING)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Levels.errorsOnly().with(rule.code(), "off"))
                    .hasMessage("would lower an error, which cannot be: code that breaks " + rule.code() + " goes wrong when it runs");
            assertThatThrownBy(() -> new Levels(Map.of(rule, Level.OFF))).isInstanceOf(IllegalArgumentException.class);
            assertThat(Levels.defaults().with(rule.code(), "error").of(rule)).isEqualTo(Level.ERROR);
        });
    }

    @Test
    void aWarningCanBeAnyLevel() {
        for (String level : new String[] {"error", "warning", "off"}) {
            assertThat(Levels.defaults().with("AJ103", level).of(AwaitRule.BLOCKING_CALL)).hasToString(level.toUpperCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void whatIsNoRuleOrNoLevelIsRefused() {
        assertThatThrownBy(() -> Levels.defaults().with("AJ999", "off")).hasMessage("names no rule, or no level (error, warning, off)");
        assertThatThrownBy(() -> Levels.defaults().with("AJ103", "loud")).hasMessage("names no rule, or no level (error, warning, off)");
    }
}
