package org.asyncjava.it.harness;

import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Who compiles Java sources. */
public enum CompilerKind {
    /** The running JDK's compiler. */
    JAVAC(List.of("-Xlint:none")) {
        @Override
        JavaCompiler tool() {
            return ToolProvider.getSystemJavaCompiler();
        }
    },
    /** Eclipse's compiler, which lays out {@code finally}, {@code switch} and string concatenation in its own manner. */
    ECJ(List.of()) {
        @Override
        JavaCompiler tool() {
            return new EclipseCompiler();
        }
    };

    private final List<String> quiet;

    CompilerKind(List<String> quiet) {
        this.quiet = quiet;
    }

    abstract JavaCompiler tool();

    /** The options that keep this compiler from warning. */
    List<String> quiet() {
        return quiet;
    }
}
