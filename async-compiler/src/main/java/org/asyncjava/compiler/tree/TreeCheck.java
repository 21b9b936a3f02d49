package org.asyncjava.compiler.tree;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.asyncjava.compiler.walk.CodeWalk;
import org.asyncjava.compiler.walk.Declarations;
import org.asyncjava.compiler.walk.DeclaredMethod;
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.compiler.walk.LambdaNature;
import org.asyncjava.compiler.walk.Mark;
import org.asyncjava.compiler.walk.Sights;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.EntryShape;
import org.asyncjava.rules.GeneratorShape;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.Violation;

/** The rules that a class breaks, by its attributed trees. */
public final class TreeCheck {
    private final Cursor cursor = new Cursor();
    private final Elements elements;
    private final Symbols symbols;
    private final TreeCalls calls;
    private final TreeCode code;
    private final TreeRiddles riddles;
    private final ValueBody values;
    private final AsyncUse use;

    /**
     * Makes a check within a compilation.
     *
     * @param trees the compiler's trees
     * @param elements its elements
     * @param types its types
     */
    public TreeCheck(Trees trees, Elements elements, Types types) {
        this.elements = elements;
        this.symbols = new Symbols(trees, elements, types);
        TreeResources resources = new TreeResources(cursor, trees, elements, types);
        this.calls = new TreeCalls(cursor, symbols, resources, elements, types);
        this.use = new AsyncUse(cursor, symbols, calls, resources);
        this.code = new TreeCode(cursor, symbols, calls);
        this.riddles = new TreeRiddles(cursor, code, symbols, calls);
        this.values = new ValueBody(symbols, calls);
    }

    /**
     * Checks a class with all classes in it.
     *
     * @param type path of the class; its code has been attributed
     * @param known the annotations that last as long as a call
     * @return what is wrong, in the order of the source; without warnings that the source suppresses
     */
    public Checked check(TreePath type, CallAnnotations known) {
        if (!use.isIn(type)) {
            return new Checked(List.of(), Optional.empty());
        }
        CodeWalk<Tree> walk = new CodeWalk<>(code, calls, riddles, new Members(new Annotations(elements, calls, known)), Sights.unseen());
        cursor.at(type, () -> walk.type(type.getLeaf()));
        return new Checked(walk.found(), walk.async());
    }

    /**
     * What a check found out.
     *
     * @param findings what is wrong
     * @param async a method or lambda that is to be transformed, if there is one
     */
    public record Checked(List<Finding<Tree>> findings, Optional<Tree> async) {
    }

    /** What javac's trees declare. */
    private final class Members implements Declarations<Tree> {
        private final Annotations annotations;

        Members(Annotations annotations) {
            this.annotations = annotations;
        }

        @Override
        public void tell(Tree tree, CodeWalk<Tree> to) {
            List<? extends Tree> members = ((ClassTree) tree).getMembers();
            symbols.type(cursor.path(tree)).ifPresent(type -> to.type(symbols.binaryName(type), Symbols.isLocal(type),
                    () -> members.forEach(member -> cursor.at(cursor.path(member), () -> member(member, to)))));
        }

        private void member(Tree member, CodeWalk<Tree> to) {
            if (member instanceof ClassTree) {
                to.type(member);
            } else if (member instanceof MethodTree method) {
                method(method, to);
            } else if (member instanceof BlockTree block) {
                initialiser(block, block.isStatic(), to);
            } else if (member instanceof VariableTree field && field.getInitializer() != null) {
                Element declared = symbols.trees().getElement(cursor.path());
                initialiser(field.getInitializer(), declared != null && declared.getModifiers().contains(Modifier.STATIC), to);
            }
        }

        private void method(MethodTree tree, CodeWalk<Tree> to) {
            calls.method(cursor.path()).filter(method -> symbols.isWritten(cursor.path())).ifPresent(method -> {
                if (method.getKind() != ElementKind.CONSTRUCTOR) {
                    to.method(tree);
                } else if (tree.getBody() != null) {
                    to.constructor(() -> code.tell(tree.getBody(), to));
                }
            });
        }

        private void initialiser(Tree initialiser, boolean isStatic, CodeWalk<Tree> to) {
            if (isStatic) {
                to.staticInitialiser(() -> code.tell(initialiser, to));
            } else {
                to.constructor(() -> code.tell(initialiser, to));
            }
        }

        @Override
        public DeclaredMethod<Tree> method(Tree tree, String owner) {
            ExecutableElement method = element(tree);
            Optional<Mark> mark = mark(method, owner, code.position(tree));
            return new DeclaredMethod<>(method.getSimpleName().toString(), mark, mark.isPresent() ? Optional.empty() : calls.namesake(method),
                    method.getModifiers().contains(Modifier.SYNCHRONIZED), Optional.ofNullable(((MethodTree) tree).getBody()));
        }

        private Optional<Mark> mark(ExecutableElement method, String owner, Position position) {
            boolean isAsync = calls.carriesAsync(method);
            String name = method.getSimpleName().toString();
            boolean isGenerator = calls.carriesGenerator(method);
            if (symbols.isEntry(method)) {
                Optional<String> otherMark = isGenerator ? Optional.of("@Generator") : isAsync ? Optional.of("@Async") : Optional.empty();
                return Optional.of(Mark.entry(new EntryShape(owner, name, symbols.body(method), otherMark, position)));
            }
            if (isGenerator) {
                Optional<String> objection = isAsync ? Optional.of(GeneratorShape.ASYNC) : symbols.objectionToGenerator(method);
                return Optional.of(Mark.generator(new GeneratorShape(owner, name, symbols.body(method), objection, position), isAsync));
            }
            return isAsync ? Optional.of(Mark.async(new MethodShape(owner, name, symbols.body(method), symbols.objection(method), position),
                    symbols.isOfAsyncGenerator(method.getReturnType()))) : Optional.empty();
        }

        private ExecutableElement element(Tree method) {
            return calls.method(cursor.path(method)).orElseThrow();
        }

        @Override
        public List<Violation> brokenByAnnotations(Tree method, Enclosure at, boolean awaits) {
            return annotations.violations(element(method), at, awaits, code.position(method));
        }

        @Override
        public boolean isValue(Tree declaration, String owner) {
            return declaration instanceof MethodTree method && values.is(cursor.path(method.getBody()), element(method));
        }

        @Override
        public LambdaNature nature(Tree lambda) {
            return symbols.nature(cursor.path(lambda));
        }

        @Override
        public Tree body(Tree lambda) {
            return ((LambdaExpressionTree) lambda).getBody();
        }
    }
}
