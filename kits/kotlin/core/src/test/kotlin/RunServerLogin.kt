import minilogin.BegunLogin
import minilogin.DeliveredBy
import minilogin.LoginServer
import minilogin.LoginStep
import minilogin.ServerAnswer
import minilogin.ServerLogin
import java.io.IOException
import java.util.concurrent.CancellationException

/**
 * Reads what a server and WeChat do from stdin, one thing a line, and says what each delivery led
 * to. `login` begins; `replies` says what the server does next, separated by blanks, the last for
 * ever: `io` and `odd` throw, `in:<session>` signs in, `no:<code>:<pending>` refuses, `cancel` and
 * `begin` are done by the person meanwhile; `deliver` hands over.
 */
object RunServerLogin {
    private var now = 0L
    private var asked = 0
    private var replies = listOf("io")
    private lateinit var login: ServerLogin

    private val server = object : LoginServer {
        override suspend fun begin(lang: String?) = BegunLogin("an-id", "pages/login/login?v=1", 600)

        override suspend fun answer(id: String, by: String, text: String): ServerAnswer {
            asked += 1
            val reply = replies.first()
            if (replies.size > 1) replies = replies.drop(1)
            val fields = reply.split(':')
            return when (fields[0]) {
                "in" -> ServerAnswer.SignedIn(fields[1])
                "no" -> ServerAnswer.NotSignedIn(fields[1], fields[2].toBoolean())
                "odd" -> throw IllegalStateException("no JSON")
                "ended" -> throw CancellationException("the screen is gone")
                "cancel" -> ServerAnswer.SignedIn("nobody").also { login.cancel() }
                "begin" -> ServerAnswer.SignedIn("nobody").also { login.begin() }
                else -> throw IOException("socket closed")
            }
        }
    }

    private fun start() {
        asked = 0
        login = ServerLogin(server, wait = { now += it }, now = { now })
        await { login.begin() }
    }

    @JvmStatic
    fun main(args: Array<String>) {
        generateSequence(::readlnOrNull).map { it.split(' ') }.forEach { fields ->
            when (fields[0]) {
                "login" -> start()
                "replies" -> replies = fields.drop(1)
                "pass" -> now += fields[1].toLong()
                "deliver" -> {
                    val (by, kind, text) = fields.drop(1)
                    val before = now
                    val step = try {
                        await { login.receive(DeliveredBy.valueOf(by), valueOf(kind, text)) }.asLine()
                    } catch (_: CancellationException) {
                        "cancelled"
                    }
                    println("$step ${login.isPending} $asked ${now - before}")
                }
            }
        }
    }

    private fun LoginStep.asLine(): String = when (this) {
        is LoginStep.SignedIn -> "signed-in $session"
        is LoginStep.NotSignedIn -> "not-signed-in $code"
        LoginStep.Waiting -> "waiting"
    }
}
