package org.asyncjava.compiler.source;

import com.github.javaparser.ast.CompilationUnit;
import java.nio.file.Path;

/**
 * A parsed source file.
 *
 * @param path where it is
 * @param unit what is in it; of a file with errors as much as could be made out
 */
record SourceFile(Path path, CompilationUnit unit) {
    String packageName() {
        return unit.getPackageDeclaration().map(declaration -> declaration.getNameAsString()).orElse("");
    }

    String simpleName() {
        return path.getFileName().toString();
    }
}
