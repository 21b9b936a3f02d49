package org.asyncjava.compiler.tree;

import com.sun.source.tree.Tree;
import org.asyncjava.rules.Violation;

/**
 * A broken rule and the tree to be shown with it.
 *
 * @param violation what is wrong
 * @param at where a caret is put
 */
public record Finding(Violation violation, Tree at) {
}
