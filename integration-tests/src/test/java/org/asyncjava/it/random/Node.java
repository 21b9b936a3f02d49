package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement: texts with bodies between them, such as {@code try {} BODY {@code } finally {} BODY {@code }}.
 *
 * @param texts one more than there are bodies
 * @param bodies the statements in between
 */
record Node(List<String> texts, List<List<Node>> bodies) {
    static Node simple(String text) {
        return new Node(List.of(text), List.of());
    }

    static Node of(String open, List<Node> body, String close) {
        return new Node(List.of(open, close), List.of(body));
    }

    /** Writes the statement, indented. */
    void write(StringBuilder out, String indent) {
        for (int i = 0; i < texts.size(); i++) {
            for (String line : texts.get(i).split("\n")) {
                out.append(indent).append(line).append('\n');
            }
            if (i < bodies.size()) {
                bodies.get(i).forEach(node -> node.write(out, indent + "    "));
            }
        }
    }

    /** How many statements there are, this one included. */
    int size() {
        return 1 + bodies.stream().flatMap(List::stream).mapToInt(Node::size).sum();
    }

    /** All statements that are this one with one statement less inside, or with a body in place of a statement. */
    Stream<Node> smaller() {
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            for (List<Node> body : smaller(bodies.get(i))) {
                List<List<Node>> changed = new ArrayList<>(bodies);
                changed.set(i, body);
                all.add(new Node(texts, changed));
            }
        }
        return all.stream();
    }

    /** All lists with one statement less, wherever it stands; the largest cuts first. */
    static List<List<Node>> smaller(List<Node> body) {
        List<List<Node>> all = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            all.add(replaced(body, i, List.of()));
        }
        for (int i = 0; i < body.size(); i++) {
            for (List<Node> inner : body.get(i).bodies) {
                all.add(replaced(body, i, inner));
            }
        }
        for (int i = 0; i < body.size(); i++) {
            int at = i;
            body.get(i).smaller().forEach(node -> all.add(replaced(body, at, List.of(node))));
        }
        return all;
    }

    private static List<Node> replaced(List<Node> body, int index, List<Node> replacement) {
        List<Node> result = new ArrayList<>(body.subList(0, index));
        result.addAll(replacement);
        result.addAll(body.subList(index + 1, body.size()));
        return result;
    }
}
