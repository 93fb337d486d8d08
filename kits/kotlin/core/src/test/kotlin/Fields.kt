import java.util.Base64
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine

/** Nothing here suspends for long: servers are maps, and time is a number. */
internal fun <T> await(block: suspend () -> T): T {
    var result: Result<T>? = null
    block.startCoroutine(Continuation(EmptyCoroutineContext) { result = it })
    return result!!.getOrThrow()
}

/** `~` stands for nothing, texts are base64. */
internal fun read(field: String): String =
    if (field == "~") "" else Base64.getDecoder().decode(field).decodeToString()

/** What the native module hands over. */
internal fun valueOf(kind: String, text: String): Any? = when (kind) {
    "text" -> read(text)
    "null" -> null
    "number" -> 0.0
    "boolean" -> true
    "list" -> emptyList<String>()
    else -> emptyMap<String, String>()
}
