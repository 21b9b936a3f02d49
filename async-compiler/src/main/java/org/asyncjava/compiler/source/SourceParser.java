package org.asyncjava.compiler.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Processor;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.validator.postprocessors.Java26PostProcessor;
import java.util.List;
import java.util.Optional;

/** Parses source files. For one thread. */
final class SourceParser {
    private static final String UNICODE_ESCAPE = "\\u";
    private static final String BEFORE_BODY = "class C{void m()";
    private static final String AFTER_BODY = "\nint after(){return 1;}}";
    private static final String AFTER_IS_WHOLE = "int after() {\n    return 1;\n}";
    private static final Java26PostProcessor COMPLETION = new Java26PostProcessor();

    private final JavaParser validating = new JavaParser(configuration().setPreprocessUnicodeEscapes(true).setAttributeComments(false));
    private final JavaParser quick = new JavaParser(quick());

    private static ParserConfiguration configuration() {
        return new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
    }

    /** The same tree in two thirds of the time: nothing is said against it, and escapes are not looked for. */
    private static ParserConfiguration quick() {
        ParserConfiguration configuration = configuration();
        configuration.getProcessors().clear();
        configuration.getProcessors().add(() -> new Processor() {
            @Override
            public void postProcess(ParseResult<? extends Node> result, ParserConfiguration same) {
                COMPLETION.postProcess(result, same);
            }
        });
        return configuration;
    }

    /** Whether a file can break a rule. Those that cannot, which are most, are not parsed. */
    static boolean concernsAsync(String text) {
        return text.contains("Async") || text.contains("await") || text.contains("asyncjava") || hasEscapes(text);
    }

    /** Parses, as far as that is possible. */
    Optional<CompilationUnit> parse(String text) {
        return (hasEscapes(text) ? validating : quick).parse(text).getResult();
    }

    /**
     * Parses the body of a method, among others that are unlike any: only if these are found whole the parser has, whatever is wrong with the body, not
     * gone on beyond it, and would come to the same wherever else the body stands.
     *
     * @param text the body
     * @param begin where it stands, not in the first line
     * @return the body; empty if what follows it matters
     */
    Optional<BlockStmt> body(String text, Position begin) {
        String around = BEFORE_BODY + "\n".repeat(begin.line - 1) + " ".repeat(begin.column - 1) + text + AFTER_BODY;
        List<? extends Node> members = quick.parse(around).getResult().filter(unit -> unit.getTypes().size() == 1)
                .map(unit -> unit.getType(0).getMembers()).orElseGet(NodeList::new);
        boolean isApart = members.size() == 2 && members.get(1).toString().equals(AFTER_IS_WHOLE) && members.get(0) instanceof MethodDeclaration;
        return isApart ? ((MethodDeclaration) members.get(0)).getBody() : Optional.empty();
    }

    /** Whether characters are written in another way than by themselves: then what is a brace is not seen in the text. */
    static boolean hasEscapes(String text) {
        return text.contains(UNICODE_ESCAPE);
    }

    /** The same as {@link #parse}, with what is wrong with it. */
    ParseResult<CompilationUnit> result(String text) {
        return validating.parse(text);
    }
}
