package org.asyncjava.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.lsp.view.Marks;
import org.asyncjava.lsp.view.Mends;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What a client tells and asks of documents. What is asked is answered for the text as it is then. */
final class DocumentRequests implements TextDocumentService {
    private final Session session;

    DocumentRequests(Session session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams parameters) {
        session.documents().open(parameters.getTextDocument()).ifPresent(session::show);
    }

    @Override
    public void didChange(DidChangeTextDocumentParams parameters) {
        session.documents().change(parameters.getTextDocument(), parameters.getContentChanges()).ifPresent(session::show);
    }

    @Override
    public void didClose(DidCloseTextDocumentParams parameters) {
        session.documents().close(parameters.getTextDocument()).ifPresent(session::forget);
    }

    @Override
    public void didSave(DidSaveTextDocumentParams parameters) {
        // What is saved has been seen when it was written.
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams parameters) {
        return session.ask(parameters.getTextDocument().getUri(), null,
                (document, file) -> session.hovers().at(file, parameters.getPosition()).orElse(null));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams parameters) {
        return session.ask(parameters.getTextDocument().getUri(), List.of(), (document, file) -> Marks.of(document, file, parameters.getRange()));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams parameters) {
        List<String> only = parameters.getContext().getOnly();
        return session.ask(parameters.getTextDocument().getUri(), List.of(), (document, file) -> {
            List<CodeAction> actions = new ArrayList<>();
            Mends mends = session.mends(document, file);
            session.checked(document).ifPresent(source -> {
                if (isWanted(CodeActionKind.QuickFix, only)) {
                    actions.addAll(mends.of(source, parameters.getRange()));
                }
                if (only != null && isWanted(Mends.ALL, only)) {
                    actions.addAll(mends.all(source));
                }
            });
            return actions.stream().map(Either::<Command, CodeAction>forRight).toList();
        });
    }

    /** A kind is asked for by its name, or by the beginning of that up to a dot; by nothing are all but those that are asked for by name. */
    private static boolean isWanted(String kind, List<String> only) {
        return only == null || only.stream().anyMatch(asked -> kind.equals(asked) || kind.startsWith(asked + "."));
    }
}
