package org.asyncjava.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;
import org.asyncjava.rules.Level;
import org.asyncjava.rules.Violation;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;

/**
 * Shows what is wrong with a source: in the log, in the form of the compiler plugin's messages, and as a marker where Maven runs in an editor.
 *
 * @param log Maven's log
 * @param editor the editor; Maven's own context, which has no markers, if there is none
 */
record Markers(Log log, BuildContext editor) {
    void clear(Path file) {
        editor.removeMessages(file.toFile());
    }

    void show(Path file, Violation violation, Level level) {
        String message = violation.rule().code() + " " + violation.message();
        String line = file + ":[" + violation.position().line() + "," + violation.position().column() + "] " + message;
        if (level == Level.ERROR) {
            log.error(line);
        } else {
            log.warn(line);
        }
        if (hasMarkers()) {
            File marked = file.toFile();
            int severity = level == Level.ERROR ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            editor.addMessage(marked, violation.position().line(), violation.position().column(), message, severity, null);
        }
    }

    /** Maven's own context would write the message to the log a second time. */
    private boolean hasMarkers() {
        return !(editor instanceof DefaultBuildContext);
    }
}
