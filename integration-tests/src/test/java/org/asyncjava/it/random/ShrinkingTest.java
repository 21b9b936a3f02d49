package org.asyncjava.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkingTest {
    private static final String CULPRIT = "env.log(\"the culprit\");";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsLeftIsTheStatementThatFails(long seed) {
        RandomProgram failing = withCulprit(ProgramGenerator.generate(seed, new Grammar(17, false)));
        RandomProgram small = new Shrinking(ShrinkingTest::problem).smallest(failing);
        assertThat(small.source()).contains(CULPRIT);
        assertThat(small.methods()).hasSize(1);
        assertThat(small.methods().get(0).size()).isLessThan(failing.methods().get(0).size() / 2).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aProgramThatFailsInAnotherMannerIsNotTaken(long seed) {
        RandomProgram failing = withCulprit(ProgramGenerator.generate(seed, new Grammar(17, false)));
        int methods = failing.methods().size();
        RandomProgram small = new Shrinking(program -> program.methods().size() < methods ? "does not compile" : problem(program)).smallest(failing);
        assertThat(small.methods()).hasSize(methods);
        assertThat(small.source()).contains(CULPRIT);
    }

    private static String problem(RandomProgram program) {
        return program.source().contains(CULPRIT) ? "SUSPENDING differs\n  expected this\n  actual that" : "";
    }

    /** With the statement in the innermost body that there is on the way through the last of each. */
    private static RandomProgram withCulprit(RandomProgram program) {
        List<Node> methods = new ArrayList<>(program.methods());
        methods.set(0, withCulprit(methods.get(0)));
        return program.with(methods);
    }

    private static Node withCulprit(Node node) {
        List<List<Node>> bodies = new ArrayList<>(node.bodies());
        if (bodies.isEmpty()) {
            return Node.of("{", List.of(node, Node.simple(CULPRIT)), "}");
        }
        List<Node> last = new ArrayList<>(bodies.get(bodies.size() - 1));
        int at = last.isEmpty() ? 0 : last.size() - 1;
        Node changed = last.isEmpty() ? Node.simple(CULPRIT) : withCulprit(last.remove(at));
        last.add(at, changed);
        bodies.set(bodies.size() - 1, last);
        return new Node(node.texts(), bodies);
    }
}
