package minilogin

import java.util.concurrent.CancellationException

/** The app's own server: docs/host-app.md#your-servers-half. Throw where there was no answer. */
interface LoginServer {
    /** `POST /wechat-login` */
    suspend fun begin(lang: String?): BegunLogin

    /** `POST /wechat-login/<id>/answer`; `by` is `WXLaunchMiniProgram.Resp` or `ShowMessageFromWX.Req`. */
    suspend fun answer(id: String, by: String, text: String): ServerAnswer
}

/** `path` goes to WeChat as it is. */
data class BegunLogin(val id: String, val path: String, val expiresInS: Long)

/** 200: `session` is what your server returned. Else the error of its body. */
sealed interface ServerAnswer {
    data class SignedIn(val session: String) : ServerAnswer
    data class NotSignedIn(val code: String, val pending: Boolean) : ServerAnswer
}

/** What a delivery led to. */
sealed interface LoginStep {
    data class SignedIn(val session: String) : LoginStep
    data class NotSignedIn(val code: String) : LoginStep

    /** Nothing was decided: go on waiting. */
    data object Waiting : LoginStep
}

/**
 * A login that the app's server verifies. WeChat hands a text over once, often before the phone's
 * network is back: so it is kept and sent again until the launch's ten minutes are over. The server
 * gives the same text the same outcome, so a reply that was lost costs nothing.
 *
 * Call it from one thread, the main one. `wait` is `kotlinx.coroutines.delay`.
 */
class ServerLogin(
    private val server: LoginServer,
    private val wait: suspend (ms: Long) -> Unit,
    /** Milliseconds of a clock that nobody sets: a login must not end because the phone's was. */
    private val now: () -> Long = { System.nanoTime() / 1_000_000 },
) {
    private class Pending(val id: String, val endsAt: Long)

    private var pending: Pending? = null

    val isPending: Boolean get() = pending != null

    /** The `path` for WeChat. A new login takes the place of the one before. */
    suspend fun begin(lang: String? = null): String {
        val begun = server.begin(lang)
        pending = Pending(begun.id, now() + begun.expiresInS * 1000)
        return begun.path
    }

    fun cancel() {
        pending = null
    }

    /** `value` is what the SDK hands over, as it is. Only a text that is not empty is an answer. */
    suspend fun receive(by: DeliveredBy, value: Any?): LoginStep {
        val mine = pending ?: return LoginStep.Waiting
        val text = textOf(value) ?: return LoginStep.Waiting
        var pauseMs = FIRST_PAUSE_MS
        while (true) {
            val answer = try {
                server.answer(mine.id, by.wechatName, text)
            } catch (cancelled: CancellationException) {
                throw cancelled
            } catch (_: Exception) {
                // No answer, or one that could not be read: nothing is known of it.
                null
            }
            if (pending !== mine) return LoginStep.Waiting
            if (answer != null) return conclude(answer)
            if (now() + pauseMs > mine.endsAt) {
                pending = null
                return LoginStep.NotSignedIn(RefusalCode.NETWORK.text)
            }
            wait(pauseMs)
            if (pending !== mine) return LoginStep.Waiting
            pauseMs = minOf(pauseMs * 2, LONGEST_PAUSE_MS)
        }
    }

    private fun conclude(answer: ServerAnswer): LoginStep = when (answer) {
        is ServerAnswer.SignedIn -> LoginStep.SignedIn(answer.session).also { pending = null }
        is ServerAnswer.NotSignedIn ->
            if (answer.pending) LoginStep.Waiting
            else LoginStep.NotSignedIn(answer.code).also { pending = null }
    }

    private companion object {
        const val FIRST_PAUSE_MS = 500L
        const val LONGEST_PAUSE_MS = 15_000L
    }
}
