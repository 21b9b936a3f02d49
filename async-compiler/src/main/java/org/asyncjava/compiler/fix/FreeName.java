package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that nothing in the file has. */
final class FreeName {
    private FreeName() {
    }

    /**
     * Finds one.
     *
     * @param wanted a number comes behind it if it is taken
     * @param node anything in the file
     */
    static String like(String wanted, Node node) {
        Set<String> taken = node.findCompilationUnit().orElseThrow().findAll(SimpleName.class).stream().map(SimpleName::getIdentifier)
                .collect(Collectors.toSet());
        return Stream.iterate(1, number -> number + 1).map(number -> number == 1 ? wanted : wanted + number).filter(name -> !taken.contains(name))
                .findFirst().orElseThrow();
    }
}
