package org.asyncjava.compiler.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.Optional;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.EntryAnnotations;
import org.asyncjava.transformer.read.FunctionalInterfaces;
import org.asyncjava.transformer.read.ResultType;
import org.asyncjava.transformer.read.TransformationException;

/** The declarations of methods that carry {@code @Async}, {@code @Generator} or {@code @AsyncEntry}. What depends on a type that is not known is taken to be right. */
final class Shapes {
    private final SourceFile file;
    private final Names names;
    private final ClassPath classPath;
    private final EntryAnnotations entries;

    Shapes(SourceFile file, Names names, ClassPath classPath) {
        this.file = file;
        this.names = names;
        this.classPath = classPath;
        this.entries = new EntryAnnotations(classPath);
    }

    /** Why a method's result cannot be that of an async method. */
    Optional<String> objection(MethodDeclaration method) {
        try {
            return ResultType.objection("()" + names.descriptor(method.getType()), classPath);
        } catch (TransformationException unknown) {
            return Optional.empty();
        }
    }

    /** Why a method's result cannot be that of a plain generator. */
    Optional<String> objectionToGenerator(MethodDeclaration method) {
        String result = names.descriptor(method.getType());
        return result.contains(Names.UNRESOLVED) ? Optional.empty() : ResultType.objectionToGenerator("()" + result);
    }

    /** Whether an async method is a generator by its result. */
    boolean isOfAsyncGenerator(MethodDeclaration method) {
        return ResultType.isOfAsyncGenerator("()" + names.descriptor(method.getType()));
    }

    /** Whether a method carries {@code @AsyncEntry}, itself or through another annotation. */
    boolean isEntry(MethodDeclaration method) {
        return method.getAnnotations().stream().map(names::descriptorOf).anyMatch(entries::makeEntry);
    }

    MethodShape.Body body(MethodDeclaration method) {
        if (method.isNative()) {
            return MethodShape.Body.NATIVE;
        }
        if (method.getBody().isPresent()) {
            return MethodShape.Body.CODE;
        }
        Optional<String> owner = method.getParentNode().filter(SourceStub::isInterface)
                .flatMap(type -> SourceIndex.internalName(file, (TypeDeclaration<?>) type));
        return owner.isPresent() && isSingleAbstract(owner.get(), method) ? MethodShape.Body.SINGLE_ABSTRACT : MethodShape.Body.ABSTRACT;
    }

    private boolean isSingleAbstract(String owner, MethodDeclaration method) {
        try {
            return new FunctionalInterfaces(classPath).isSingleAbstract(owner, method.getNameAsString(), method.getParameters().size());
        } catch (TransformationException unknown) {
            return true;
        }
    }
}
