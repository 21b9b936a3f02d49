package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"I", "[[D", "LA;", "Ljava/lang/String;", "[Ljava/util/Map$Entry;", "()V", "(IJ[[ZLA;)LB;", "(LA-b c;)[I", "L\u03b1/\u03b2;"})
    void theyAreTypesAndMethodsOfTypes(String text) {
        assertThat(Descriptors.isSound(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "V", "[", "[V", "II", "L;", "LA", "LA;I", "L/A;", "LA/;", "LA//B;", "LA.B;", "L[I;", "(", "()", "(V)V", "()VV", "(I",
            "()I)", "(Xava;)V", "(LA)V"})
    void otherTextsAreNone(String text) {
        assertThat(Descriptors.isSound(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "java/util/Map$Entry", "a (b)", "[I", "[[LA;"})
    void classesAreNamedAsTheyAreOrByTheDescriptorOfAnArray(String text) {
        assertThat(Descriptors.isClassName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a;b", "a/", "/a", "a//b", "[", "[A", "A[", " 6 toString ()Ljava/lang/String; :"})
    void otherTextsNameNoClass(String text) {
        assertThat(Descriptors.isClassName(text)).isFalse();
    }
}
