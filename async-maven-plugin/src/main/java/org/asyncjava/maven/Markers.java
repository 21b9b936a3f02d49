package org.asyncjava.maven;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Violation;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;

/**
 * Shows what is wrong with a source: in the log, in the form of the compiler plugin's messages, and as a marker where Maven runs in an editor.
 *
 * @param log Maven's log
 * @param editor the editor, if there is one
 */
record Markers(Log log, Optional<BuildContext> editor) {
    /**
     * Markers for whatever Maven runs in. Maven's own context is no editor: it would write each message to the log a second time. It stands
     * before older editors too, which know the legacy context alone.
     *
     * @param log Maven's log
     * @param context what Maven runs in
     * @param legacy the same in its older form
     */
    static Markers of(Log log, BuildContext context, org.sonatype.plexus.build.incremental.BuildContext legacy) {
        boolean isPlainMaven = context instanceof DefaultBuildContext
                && legacy instanceof org.sonatype.plexus.build.incremental.DefaultBuildContext;
        return new Markers(log, isPlainMaven ? Optional.empty() : Optional.of(context));
    }

    void clear(Path file) {
        editor.ifPresent(context -> context.removeMessages(file.toFile()));
    }

    /** Says something about a file as a whole. */
    void remark(Path file, String remark) {
        log.warn(file + " " + remark);
        editor.ifPresent(context -> context.addMessage(file.toFile(), 0, 0, "async: the file " + remark, BuildContext.SEVERITY_WARNING, null));
    }

    void show(Path file, Violation violation, Level level) {
        int line = violation.position().line();
        int column = violation.position().column();
        String message = violation.rule().code() + " " + violation.message();
        String logged = file + ":[" + line + "," + column + "] " + message;
        if (level == Level.ERROR) {
            log.error(logged);
        } else {
            log.warn(logged);
        }
        int severity = level == Level.ERROR ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
        editor.ifPresent(context -> context.addMessage(file.toFile(), line, column, message, severity, null));
    }
}
