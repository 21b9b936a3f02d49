package org.asyncjava.compiler.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and parses source files. For one thread. */
final class SourceReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Charset encoding;
    private final JavaParser parser;

    SourceReader(Charset encoding) {
        this.encoding = encoding;
        this.parser = new JavaParser(new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
                .setPreprocessUnicodeEscapes(true)
                .setAttributeComments(false)
                .setCharacterEncoding(encoding));
    }

    /**
     * What a file says. What is no character in the encoding becomes the replacement character: it is in comments and strings.
     *
     * @throws IOException if it cannot be read
     */
    String text(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), encoding);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Whether a file can break a rule. Those that cannot, which are most, are not parsed. */
    static boolean concernsAsync(String text) {
        return text.contains("Async") || text.contains("await") || text.contains("\\u");
    }

    /** Parses, as far as that is possible. */
    Optional<CompilationUnit> parse(String text) {
        ParseResult<CompilationUnit> result = parser.parse(text);
        return result.getResult();
    }
}
