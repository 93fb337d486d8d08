package minilogin

import java.io.IOException
import java.net.HttpURLConnection
import java.net.URI

/**
 * `LoginServer` over HTTP, with what the JDK and Android bring.
 *
 * @param address where your server's half is: `https://api.example.com/wechat-login`
 * @param io runs what blocks; on Android `{ withContext(Dispatchers.IO) { it() } }`
 */
class HttpLoginServer(
    private val address: String,
    private val io: suspend (() -> HttpAnswer) -> HttpAnswer = { it() },
) : LoginServer {
    override suspend fun begin(lang: String?): BegunLogin {
        val fields = if (lang == null) emptyMap() else mapOf("lang" to lang)
        val answer = io { post(address, fields) }
        val body = parseJsonObject(answer.body).orEmpty()
        val id = textOf(body["id"])
        val path = textOf(body["path"])
        if (answer.status !in 200..201 || id == null || path == null)
            throw IOException("$address answered ${answer.status}: ${answer.body.take(200)}")
        val lifeS = (body["expires_in"] as? Double)?.takeIf { it > 0 && it < LONGEST_LIFE_S }
        return BegunLogin(id, path, lifeS?.toLong() ?: LONGEST_LIFE_S)
    }

    override suspend fun answer(id: String, by: String, text: String): ServerAnswer {
        val answer = io { post("$address/$id/answer", mapOf("by" to by, "text" to text)) }
        val body = parseJsonObject(answer.body)
        val error = body?.get("error") as? Map<*, *>
        val code = textOf(error?.get("code"))
        val pending = error?.get("pending") as? Boolean
        return when {
            body == null || answer.status >= 500 || answer.status in listOf(408, 429) ->
                throw IOException("$address answered ${answer.status}")
            code != null && pending != null -> ServerAnswer.NotSignedIn(code, pending)
            answer.status == 200 -> ServerAnswer.SignedIn(answer.body)
            else -> throw IOException("$address answered ${answer.status}")
        }
    }

    private fun post(url: String, fields: Map<String, String>): HttpAnswer {
        val connection = URI(url).toURL().openConnection() as HttpURLConnection
        try {
            connection.requestMethod = "POST"
            connection.instanceFollowRedirects = false
            connection.connectTimeout = TIMEOUT_MS
            connection.readTimeout = TIMEOUT_MS
            connection.doOutput = true
            connection.setRequestProperty("content-type", "application/json")
            val json = fields.entries.joinToString(",", "{", "}") { (name, value) ->
                "${quoteJson(name)}:${quoteJson(value)}"
            }
            connection.outputStream.use { it.write(json.toByteArray()) }
            val status = connection.responseCode
            val stream = if (status < 400) connection.inputStream else connection.errorStream
            return HttpAnswer(status, stream?.use { it.readBytes().decodeToString() }.orEmpty())
        } finally {
            connection.disconnect()
        }
    }

    private companion object {
        const val TIMEOUT_MS = 15_000
        const val LONGEST_LIFE_S = 600L
    }
}

/** RFC 8259, section 7. */
internal fun quoteJson(text: String): String = buildString {
    append('"')
    for (character in text) when {
        character == '"' || character == '\\' -> append('\\').append(character)
        character < ' ' || character.isSurrogate() ->
            append("\\u").append(character.code.toString(16).padStart(4, '0'))
        else -> append(character)
    }
    append('"')
}
