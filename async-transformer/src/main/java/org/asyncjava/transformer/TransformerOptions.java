package org.asyncjava.transformer;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Levels;

/**
 * How to transform.
 *
 * @param keepLocals keep every local variable in scope across an await, not only those that are still used: for debugging
 * @param dump directory for readable listings of what was generated; empty for none
 * @param verify check generated classes as the JVM would, before they are handed out
 * @param levels how serious each rule is taken; a class that breaks one which is an error is not transformed
 * @param annotations those that last as long as a call
 */
public record TransformerOptions(boolean keepLocals, Optional<Path> dump, boolean verify, Levels levels, CallAnnotations annotations) {
    /**
     * Makes options.
     *
     * @throws NullPointerException if {@code dump} or {@code levels} is null
     */
    public TransformerOptions {
        Objects.requireNonNull(dump, "dump");
        Objects.requireNonNull(levels, "levels");
        Objects.requireNonNull(annotations, "annotations");
    }

    /**
     * The options of a plain build.
     *
     * @return live locals only, no dump, no verification, errors alone
     */
    public static TransformerOptions defaults() {
        return new TransformerOptions(false, Optional.empty(), false, Levels.errorsOnly(), CallAnnotations.known());
    }

    /**
     * The same options with another choice of locals.
     *
     * @param keep whether to keep every local in scope
     * @return new options
     */
    public TransformerOptions withKeepLocals(boolean keep) {
        return new TransformerOptions(keep, dump, verify, levels, annotations);
    }

    /**
     * The same options with listings.
     *
     * @param directory where to write them; made when needed
     * @return new options
     */
    public TransformerOptions withDump(Path directory) {
        return new TransformerOptions(keepLocals, Optional.of(directory), verify, levels, annotations);
    }

    /**
     * The same options with another choice of verification.
     *
     * @param check whether to verify
     * @return new options
     */
    public TransformerOptions withVerify(boolean check) {
        return new TransformerOptions(keepLocals, dump, check, levels, annotations);
    }

    /**
     * The same options with other levels.
     *
     * @param taken how serious each rule is taken
     * @return new options
     */
    public TransformerOptions withLevels(Levels taken) {
        return new TransformerOptions(keepLocals, dump, verify, taken, annotations);
    }

    /**
     * The same options with other annotations that last as long as a call.
     *
     * @param known what AJ107 looks for
     * @return new options
     */
    public TransformerOptions withAnnotations(CallAnnotations known) {
        return new TransformerOptions(keepLocals, dump, verify, levels, known);
    }
}
