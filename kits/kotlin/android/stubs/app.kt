@file:Suppress("UNUSED_PARAMETER")

package android.app

import android.content.Context
import android.content.Intent
import android.os.Bundle

open class Activity : Context() {
    private var current: Intent? = null

    val intent: Intent? get() = current

    fun setIntent(intent: Intent) {
        current = intent
    }

    protected open fun onCreate(savedInstanceState: Bundle?) = Unit

    protected open fun onNewIntent(intent: Intent) = Unit

    var isFinishing: Boolean = false
        private set

    fun finish() {
        isFinishing = true
    }

    /** What the system does. */
    fun start(intent: Intent) {
        current = intent
        onCreate(null)
    }

    fun startAgain(intent: Intent) = onNewIntent(intent)
}
