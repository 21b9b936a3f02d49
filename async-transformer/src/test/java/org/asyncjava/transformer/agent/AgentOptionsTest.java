package org.asyncjava.transformer.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentOptionsTest {
    @Test
    void withoutOptionsEveryClassIsCoveredAndFailuresAreTold() throws Exception {
        AgentOptions options = AgentOptions.parse("");
        assertThat(options.classes().covers("a/b/C$D")).isTrue();
        assertThat(options.log()).isEqualTo(AgentLog.Level.FAILURES);
        assertThat(options.transformer().verify()).isFalse();
        assertThat(options.order()).isEqualTo(AgentOptions.Order.LAST);
    }

    @Test
    void allOptionsAtOnce() throws Exception {
        AgentOptions options = AgentOptions.parse("include=a.*:b.C?, exclude=a.x.*,dump=out,verify=true,log=classes,order=given");
        assertThat(options.classes().covers("a/B")).isTrue();
        assertThat(options.classes().covers("b/C1")).isTrue();
        assertThat(options.classes().covers("b/C12")).isFalse();
        assertThat(options.classes().covers("a/x/B")).isFalse();
        assertThat(options.transformer().dump()).contains(Path.of("out"));
        assertThat(options.transformer().verify()).isTrue();
        assertThat(options.log()).isEqualTo(AgentLog.Level.CLASSES);
        assertThat(options.order()).isEqualTo(AgentOptions.Order.GIVEN);
    }

    @ParameterizedTest
    @CsvSource({"*,'',true", "a*b,ab,true", "a*b,axbxb,true", "a*b*c,a-b-b-c,true", "a*b*c,a-b-b,false", "*.Foo,a.b.Foo,true", "*.Foo,a.b.Foos,false",
            "?,'',false", "a**,a,true", "a.*.B?,a.x.y.BC,true"})
    void wildcards(String glob, String name, boolean matches) {
        assertThat(NamePatterns.of(glob).match(name)).isEqualTo(matches);
    }

    @Test
    void dotsAndDollarsOfNamesStandForThemselves() throws Exception {
        AgentOptions options = AgentOptions.parse("include=a.B$C");
        assertThat(options.classes().covers("a/B$C")).isTrue();
        assertThat(options.classes().covers("aXB$C")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "verify", "verify=maybe", "log=loud", "order=first", "include"})
    void anythingElseIsRefusedByName(String wrong) {
        assertThatThrownBy(() -> AgentOptions.parse(wrong)).isInstanceOf(AgentOptions.UnknownOptionException.class)
                .hasMessageContaining("\"");
    }
}
