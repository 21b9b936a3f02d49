package org.asyncjava.compiler;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/**
 * The plugin as {@code -Xplugin:async}, with options as in {@code -Xplugin:"async AJ103=error"}.
 *
 * <p>Where annotations are not processed ({@code -proc:none}) a plugin cannot learn where classes are written, and has to be told by
 * {@code output=DIRECTORY}.
 */
public final class AsyncPlugin implements Plugin {
    /** Made by the compiler. */
    public AsyncPlugin() {
    }

    @Override
    public String getName() {
        return "async";
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        Compilation.of(task).configure(CompilerOptions.ofPlugin(arguments));
    }
}
