package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;

/** Lets a method return what stands for its value: its declared type, its returns, and one more at its end if it had none. */
final class ChangedResult {
    private final Place place;
    private final Draft draft;
    private final Flavour flavour;
    private final MethodDeclaration method;

    ChangedResult(Place place, Draft draft, Flavour flavour, MethodDeclaration method) {
        this.place = place;
        this.draft = draft;
        this.flavour = flavour;
        this.method = method;
    }

    /** The new type, with the class as a title names it. */
    String displayed() {
        return type(flavour.display());
    }

    private String type(String className) {
        Type type = method.getType();
        return className + "<" + (type.isVoidType() ? "Void" : type instanceof PrimitiveType primitive ? primitive.toBoxedType().asString()
                : place.text(type)) + ">";
    }

    void write() {
        BlockStmt body = method.getBody().orElseThrow();
        draft.replace(method.getType(), type(flavour.type(draft)));
        OwnNodes.of(body, ReturnStmt.class).forEach(statement -> statement.getExpression()
                .ifPresentOrElse(this::value, () -> draft.replace(statement, nothing())));
        if (method.getType().isVoidType() && Ending.isReached(body)) {
            atEnd(place, draft, body, nothing());
        }
    }

    private String nothing() {
        return "return " + flavour.nothing(draft) + ";";
    }

    /** What is in parentheses already needs no more of them. */
    private void value(Expression value) {
        String opening = flavour.opening(draft);
        String cast = new Conversion(place.meanings()).castTo(method.getType(), value);
        boolean isLoose = !cast.isEmpty() && Conversion.isLoose(value);
        if (value instanceof EnclosedExpr && cast.isEmpty()) {
            boolean touches = Character.isJavaIdentifierPart(place.source().text().charAt(place.lines().begin(value) - 1));
            draft.before(value, (touches ? " " : "") + opening.substring(0, opening.length() - 1));
        } else {
            draft.around(value, opening + cast + (isLoose ? "(" : ""), (isLoose ? ")" : "") + ")");
        }
    }

    /** Puts a statement behind the last one of a block, in a line of its own if the block has several. */
    static void atEnd(Place place, Draft draft, BlockStmt block, String statement) {
        Lines lines = place.lines();
        int brace = lines.end(block) - 1;
        if (!lines.isFirstOfLine(brace)) {
            draft.put(brace, (Character.isWhitespace(place.source().text().charAt(brace - 1)) ? "" : " ") + statement + " ");
        } else {
            int first = block.isEmpty() ? -1 : lines.begin(block.getStatement(0));
            String indentation = first >= 0 && lines.isFirstOfLine(first) ? lines.indentation(first) : lines.indentation(brace) + lines.step();
            draft.put(lines.startOfLine(brace), indentation + statement + lines.lineEnd());
        }
    }
}
