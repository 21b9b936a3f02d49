package org.asyncjava.transformer.read;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words: the messages of these exceptions are mostly a path and nothing else. */
public final class FileFailure {
    private FileFailure() {
    }

    /**
     * Puts a failure into words.
     *
     * @param failure of the file system
     * @return for instance {@code access denied: classes/demo/Shop.class}
     */
    public static String text(IOException failure) {
        if (failure instanceof FileSystemException ofFile && ofFile.getReason() == null) {
            return kind(ofFile) + ": " + ofFile.getFile();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String kind(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        } else if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        } else if (failure instanceof DirectoryNotEmptyException || failure instanceof FileAlreadyExistsException) {
            return "something else is in the way";
        } else if (failure instanceof FileSystemLoopException) {
            return "symbolic links that go round in circles";
        }
        return failure.getClass().getSimpleName();
    }
}
