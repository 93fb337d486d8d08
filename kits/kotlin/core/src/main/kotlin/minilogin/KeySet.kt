package minilogin

import java.math.BigInteger
import java.security.GeneralSecurityException
import java.security.KeyFactory
import java.security.PublicKey
import java.security.spec.RSAPublicKeySpec

/** An answer over HTTP. */
class HttpAnswer(val status: Int, val body: String)

/**
 * How GenAuth is asked. Throw `java.io.IOException` when it can't be reached; don't follow
 * redirects, and end after ten seconds.
 */
fun interface Http {
    suspend fun get(url: String, bearer: String?): HttpAnswer
}

internal class SigningKey(val kid: String?, val key: PublicKey)

private const val LIFE_MS = 10 * 60_000L
private const val MINUTE_MS = 60_000L
private const val FETCHES_A_MINUTE = 10

/** GenAuth's public keys. A rotated one is asked for at once, though not for every made-up `kid`. */
internal class KeySet(
    private val url: String,
    private val http: Http,
    private val now: () -> Long,
) {
    private var kept: List<SigningKey>? = null
    private var keptAt = 0L
    private val fetches = ArrayDeque<Long>()

    /** Those with this id; all, for a token that names none. */
    suspend fun candidates(kid: String?): List<SigningKey> {
        val fresh = kept?.takeIf { now() - keptAt in 0 until LIFE_MS }
        val known = (fresh ?: fetch()).fitting(kid)
        return known.ifEmpty { fetch().fitting(kid) }
    }

    /** The same, asked for again: after none of the known ones fitted. */
    suspend fun refetched(kid: String?): List<SigningKey> =
        if (kid != null && isTooOften()) emptyList() else fetch().fitting(kid)

    private fun List<SigningKey>.fitting(kid: String?) =
        if (kid == null) this else filter { it.kid == kid }

    /** Of the last minute; a clock that was set back must not keep the others out for longer. */
    private fun isTooOften(): Boolean {
        fetches.removeAll { now() - it !in -MINUTE_MS until MINUTE_MS }
        return fetches.size >= FETCHES_A_MINUTE
    }

    private suspend fun fetch(): List<SigningKey> {
        if (isTooOften()) throw Refused(RefusalCode.NETWORK, "$url was asked too often")
        fetches.addLast(now())
        val answer = askGenauth(http, url, null)
        val list = answer.takeIf { it.status == 200 }?.let { parseJsonObject(it.body) }?.get("keys")
        val keys = (list as? List<*>)?.mapNotNull(::readKey).orEmpty()
        if (keys.isEmpty()) throw Refused(RefusalCode.NETWORK, "$url gave no keys")
        kept = keys
        keptAt = now()
        return keys
    }
}

/** Null: not for this; a key of another kind in the set must not spoil the others. */
private fun readKey(jwk: Any?): SigningKey? {
    if (jwk !is Map<*, *> || jwk["kty"] != "RSA") return null
    if ("use" in jwk && jwk["use"] != "sig" || "alg" in jwk && jwk["alg"] != "RS256") return null
    val (n, e) = listOf("n", "e").map { name ->
        BigInteger(1, textOf(jwk[name])?.let(::decodeBase64Url) ?: return null)
    }
    // RFC 7518, section 3.3
    if (n.bitLength() < 2048) return null
    return try {
        val key = KeyFactory.getInstance("RSA").generatePublic(RSAPublicKeySpec(n, e))
        SigningKey(textOf(jwk["kid"]), key)
    } catch (_: GeneralSecurityException) {
        null
    }
}

/** GenAuth that gives no answer decides nothing. */
internal suspend fun askGenauth(http: Http, url: String, bearer: String?): HttpAnswer {
    val answer = try {
        http.get(url, bearer)
    } catch (cause: java.io.IOException) {
        throw Refused(RefusalCode.NETWORK, "$url was not reached: ${cause.message}")
    }
    if (answer.status in 300..399 || answer.status >= 500 || answer.status in listOf(408, 429))
        throw Refused(RefusalCode.NETWORK, "$url answered ${answer.status}")
    return answer
}
