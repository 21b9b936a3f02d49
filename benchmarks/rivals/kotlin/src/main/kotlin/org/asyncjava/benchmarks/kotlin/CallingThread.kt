package org.asyncjava.benchmarks.kotlin

import java.util.ArrayDeque
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Runnable

/** Runs what was dispatched when it is asked to, in the thread that asks. */
internal class CallingThread : CoroutineDispatcher() {
    private val ready = ArrayDeque<Runnable>()

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        ready.add(block)
    }

    fun runAll() {
        while (true) {
            (ready.poll() ?: return).run()
        }
    }
}
