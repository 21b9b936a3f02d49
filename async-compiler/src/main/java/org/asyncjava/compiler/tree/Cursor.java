package org.asyncjava.compiler.tree;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;

/** Where a walk stands in the trees of a compilation. For one thread. */
final class Cursor {
    private TreePath at;

    /** The path of a tree: the one that the walk stands at, or one that belongs to it. */
    TreePath path(Tree tree) {
        return at.getLeaf() == tree ? at : new TreePath(at, tree);
    }

    /** The path where the walk stands. */
    TreePath path() {
        return at;
    }

    /** Goes to a path, and tells where the walk has stood. */
    TreePath enter(TreePath path) {
        TreePath outer = at;
        at = path;
        return outer;
    }

    /** Goes back. */
    void leave(TreePath outer) {
        at = outer;
    }

    /** Does something while the walk stands elsewhere. */
    void at(TreePath path, Runnable work) {
        TreePath outer = enter(path);
        try {
            work.run();
        } finally {
            leave(outer);
        }
    }
}
