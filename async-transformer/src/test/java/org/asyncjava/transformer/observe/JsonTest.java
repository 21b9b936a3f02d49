package org.asyncjava.transformer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void objectsArraysAndLiteralsAreRead() {
        assertThat(Json.object(" {\"a\": [1, -20,[] , {}],\"b\":{\"c\":true,\"d\":false , \"e\":null}}"))
                .isEqualTo(Map.of("a", List.of(1L, -20L, List.of(), Map.of()), "b", withNull()));
    }

    private static Map<String, Object> withNull() {
        Map<String, Object> members = new HashMap<>(Map.of("c", true, "d", false));
        members.put("e", null);
        return members;
    }

    @Test
    void escapesStandForCharacters() {
        assertThat(Json.object("{\"a\":\"say \\\"\\\\\\/\\n\\t\\r\\b\\f\\u00e4\\ud83d\\ude00\"}")).containsEntry("a", "say \"\\/\n\t\r\b\f\u00e4\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\"}", "{\"a\":1", "{\"a\":1;}", "{a:1}", "{\"a\":\"", "{\"a\":\"\\", "{\"a\":\"\\u12", "{\"a\":x}", "{\"a\":[1 2]}"})
    void whatIsCutOffOrNoneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.object(text));
    }
}
