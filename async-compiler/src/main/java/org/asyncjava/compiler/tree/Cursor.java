package org.asyncjava.compiler.tree;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Arrays;

/** Where a walk stands in the trees of a compilation. Paths are made when somebody asks for one: of most trees nobody does. For one thread. */
final class Cursor {
    private Tree[] trees = new Tree[64];
    /** Of the trees, the outermost first; null if not made yet. */
    private TreePath[] paths = new TreePath[64];
    private int depth;

    /** Goes on to a tree within the one where the walk stands. */
    void enter(Tree tree) {
        push(tree, null);
    }

    private void push(Tree tree, TreePath path) {
        if (depth == trees.length) {
            trees = Arrays.copyOf(trees, 2 * depth);
            paths = Arrays.copyOf(paths, 2 * depth);
        }
        trees[depth] = tree;
        paths[depth++] = path;
    }

    /** Goes back to where the walk has stood before. */
    void leave() {
        trees[--depth] = null;
        paths[depth] = null;
    }

    /** Does something while the walk stands elsewhere. */
    void at(TreePath path, Runnable work) {
        push(path.getLeaf(), path);
        try {
            work.run();
        } finally {
            leave();
        }
    }

    /** The path where the walk stands. */
    TreePath path() {
        int known = depth - 1;
        while (paths[known] == null) {
            known--;
        }
        for (int next = known + 1; next < depth; next++) {
            paths[next] = new TreePath(paths[next - 1], trees[next]);
        }
        return paths[depth - 1];
    }

    /** The path of a tree: the one that the walk stands at, or one that belongs to it. */
    TreePath path(Tree tree) {
        return trees[depth - 1] == tree ? path() : new TreePath(path(), tree);
    }
}
