package org.asyncjava.compiler.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;

/** Parses source files. For one thread. */
final class SourceParser {
    private final JavaParser parser = new JavaParser(new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
            .setPreprocessUnicodeEscapes(true)
            .setAttributeComments(false));

    /** Whether a file can break a rule. Those that cannot, which are most, are not parsed. */
    static boolean concernsAsync(String text) {
        return text.contains("Async") || text.contains("await") || text.contains("asyncjava") || text.contains("\\u");
    }

    /** Parses, as far as that is possible. */
    Optional<CompilationUnit> parse(String text) {
        return result(text).getResult();
    }

    /** The same, with what is wrong with it. */
    ParseResult<CompilationUnit> result(String text) {
        return parser.parse(text);
    }
}
