package org.asyncjava.benchmarks.kotlin

import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine

/** A value that comes later and the one coroutine that waits for it. Confined to one thread, as that of the contender `limit`. */
internal class Promise<T : Any> : Continuation<T> {
    private var value: Any? = null
    private var waiter: Continuation<T>? = null

    override val context get() = EmptyCoroutineContext

    val isDone get() = value != null

    @Suppress("UNCHECKED_CAST") // only complete() writes it
    val result get() = value as T

    fun complete(result: T) {
        value = result
        waiter?.resume(result)
    }

    /** The end of the coroutine whose promise this is; a failure is thrown at whoever resumed it. */
    override fun resumeWith(result: Result<T>) = complete(result.getOrThrow())

    suspend fun await(): T = if (isDone) result else suspendCoroutineUninterceptedOrReturn {
        waiter = it
        COROUTINE_SUSPENDED
    }

    companion object {
        /** Runs a coroutine up to its first suspension. */
        fun <T : Any> start(call: suspend () -> T): Promise<T> = Promise<T>().also { call.startCoroutine(it) }
    }
}
