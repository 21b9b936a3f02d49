package org.asyncjava.compiler.walk;

import java.util.List;

/**
 * What compilers refuse around awaits, told in our words. It is found out by types, of which each kind of tree knows something else.
 *
 * @param <N> what represents a node of the source
 */
public interface Riddles<N> {
    /**
     * What is wrong with a statement or a call.
     *
     * @param node a return, a try or a call
     * @param frame what it stands in
     * @return what to say
     */
    List<Finding<N>> at(N node, Frame frame);

    /**
     * What is wrong with the end of async code.
     *
     * @param body the code
     * @param declaration the method or lambda that has it
     * @param frame its frame
     * @return what to say
     */
    List<Finding<N>> atEnd(N body, N declaration, Frame frame);
}
