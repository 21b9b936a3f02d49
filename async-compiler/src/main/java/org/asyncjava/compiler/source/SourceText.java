package org.asyncjava.compiler.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.asyncjava.transformer.read.BoundedFile;

/**
 * What a source file says.
 *
 * @param text its characters, without a byte order mark
 * @param flaw why they may not be those that were written: the file is not in the encoding in which it was read
 */
public record SourceText(String text, Optional<String> flaw) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Makes a text; a byte order mark is taken off. */
    public SourceText {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * A text that is known to be what was written.
     *
     * @param text its characters
     * @return the text
     */
    public static SourceText of(String text) {
        return new SourceText(text, Optional.empty());
    }

    /** Where the text of files comes from. */
    @FunctionalInterface
    public interface Origin {
        /**
         * Reads a file.
         *
         * @param file the file
         * @return what it says
         * @throws IOException if it cannot be read
         */
        SourceText read(Path file) throws IOException;
    }

    /**
     * Reads from the file system.
     *
     * @param encoding of all files. What is no character in it, mostly in comments and strings, becomes the replacement character
     * @return the origin of texts
     */
    public static Origin in(Charset encoding) {
        return file -> decoded(BoundedFile.read(file), encoding);
    }

    private static SourceText decoded(byte[] bytes, Charset encoding) {
        try {
            return new SourceText(encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), Optional.empty());
        } catch (CharacterCodingException other) {
            return new SourceText(new String(bytes, encoding),
                    Optional.of("is not in the encoding " + encoding + "; what could be read of it is checked"));
        }
    }
}
