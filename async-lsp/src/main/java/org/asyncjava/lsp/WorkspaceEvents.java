package org.asyncjava.lsp;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.asyncjava.lsp.text.Uris;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What a client tells of files that others have changed. */
final class WorkspaceEvents implements WorkspaceService {
    private final Session session;

    WorkspaceEvents(Session session) {
        this.session = session;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
        // Settings are in a file of the project, so that all editors and all who work on it have the same.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
        Set<Path> changed = new LinkedHashSet<>();
        parameters.getChanges().forEach(event -> Uris.file(event.getUri()).ifPresent(changed::add));
        session.changedOnDisk(changed);
    }
}
