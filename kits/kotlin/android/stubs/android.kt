@file:Suppress("UNUSED_PARAMETER")

package android.content

/** Names alone, for compiling where there is no Android. */
open class Context {
    open val applicationContext: Context get() = this
}

open class Intent
