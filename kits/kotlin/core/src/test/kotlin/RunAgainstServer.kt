import minilogin.DeliveredBy
import minilogin.HttpLoginServer
import minilogin.LoginStep
import minilogin.ServerLogin
import java.net.HttpURLConnection
import java.net.URI

/**
 * README's way from nothing to a signed-in person: `stdin` has the address of `npm run dev --
 * backend`, which also plays the mini program. It writes what each delivery led to.
 */
object RunAgainstServer {
    @JvmStatic
    fun main(args: Array<String>) {
        val backend = readln()
        generateSequence(::readlnOrNull).map { it.split(' ') }.forEach { (person, comes) ->
            val login = ServerLogin(HttpLoginServer("$backend/wechat-login"), wait = { Thread.sleep(it) })
            val path = await { login.begin("zh-Hans-CN") }
            val text = play(backend, path, person, comes)
            val steps = listOf(null, "", "{}", "forged \"\\\n\uD83D\uDE00", text, text).map { value ->
                await { login.receive(DeliveredBy.RESP, value) }
            }
            println(steps.joinToString(" | ") { it.asLine() })
        }
    }

    private fun LoginStep.asLine(): String = when (this) {
        is LoginStep.SignedIn -> "signed-in $session"
        is LoginStep.NotSignedIn -> "not-signed-in $code"
        LoginStep.Waiting -> "waiting"
    }

    private fun play(backend: String, path: String, person: String, does: String): String {
        val connection = URI("$backend/play").toURL().openConnection() as HttpURLConnection
        connection.requestMethod = "POST"
        connection.doOutput = true
        connection.setRequestProperty("content-type", "application/json")
        val body = """{"path":"$path","person":"$person","does":"$does"}"""
        connection.outputStream.use { it.write(body.toByteArray()) }
        val answer = connection.inputStream.use { it.readBytes().decodeToString() }
        return minilogin.parseJsonObject(answer)!!["text"] as String
    }
}
