package minilogin

import java.util.Base64

private val LETTERS = Regex("[A-Za-z0-9_-]*")

/** Without padding, as all of JOSE writes it. `java.util.Base64` is in Android since 8.0 (API 26). */
fun encodeBase64Url(bytes: ByteArray): String =
    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)

/** Null when it is something else, or spelled in another way than the one way that there is. */
fun decodeBase64Url(text: String): ByteArray? {
    if (!text.matches(LETTERS) || text.length % 4 == 1) return null
    val bytes = Base64.getUrlDecoder().decode(text)
    return bytes.takeIf { encodeBase64Url(it) == text }
}

/** Null when the bytes are no UTF-8. */
fun decodeUtf8(bytes: ByteArray): String? =
    try {
        bytes.decodeToString(throwOnInvalidSequence = true)
    } catch (_: CharacterCodingException) {
        null
    }
