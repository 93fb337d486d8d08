package minilogin

import java.security.GeneralSecurityException
import java.security.MessageDigest
import java.security.PublicKey
import java.security.Signature

/** An id_token that is good for longer is none of GenAuth's, whose default is 14 days. */
private const val LONGEST_LIFE_S = 180 * 24 * 3600
/** By so much a server's clock may be ahead of this one. */
private const val AHEAD_S = 60
/** The year 9999. */
private const val LAST_TIME_S = 253_402_300_800.0

/** Printable ASCII, and not blanks alone. OpenID Connect Core 1.0, section 2. */
private val SUBJECT = Regex("(?=.*[^ ])[ -~]{1,255}")
private val JWT_TYP = Regex("(application/)?jwt", RegexOption.IGNORE_CASE)

/** https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation */
internal class IdTokenVerifier(
    private val registration: Registration,
    private val http: Http,
    private val now: () -> Long,
) {
    private val issuer = "${registration.genauth}/oidc"
    private val keys = KeySet("$issuer/.well-known/jwks.json", http, now)

    suspend fun verify(session: JsonObject, launch: Launch): JsonObject {
        val token = textOf(session["id_token"])
            ?: throw Refused(RefusalCode.MALFORMED, "The session has no id_token")
        val (claims, typ) = verifySignature(token)
        // GenAuth signs access tokens with the same keys. RFC 8725, sections 3.11 and 3.12.
        val isJwt = typ == null || typ is String && JWT_TYP.matches(typ)
        if (!isJwt || "scope" in claims || token == session["access_token"])
            throw Refused(RefusalCode.NOT_AN_ID_TOKEN)
        if (claims["iss"] != issuer) throw Refused(RefusalCode.ISSUER_MISMATCH)
        checkAudience(claims)
        checkTimes(claims, launch)
        val sub = textOf(claims["sub"])
        if (sub == null || !SUBJECT.matches(sub)) throw Refused(RefusalCode.SUB_INVALID)
        // GenAuth can't put the claim in by itself; a tenant's Pipeline can.
        if ("nonce" in claims && (launch.nonce == null || claims["nonce"] != launch.nonce))
            throw Refused(RefusalCode.NONCE_MISMATCH)
        checkAccessToken(session, claims)
        return claims
    }

    /** The header's `jwk`, `jku`, `x5u`, `x5c` are not looked at: the token decides nothing. */
    private suspend fun verifySignature(token: String): Pair<JsonObject, Any?> {
        val parts = token.split('.')
        val invalid = { Refused(RefusalCode.SIGNATURE_INVALID) }
        if (parts.size != 3) throw invalid()
        val header = decodeBase64Url(parts[0])?.let(::decodeUtf8)?.let(::parseJsonObject)
        // RFC 7515, section 4.1.11: what must be understood and is not makes it invalid.
        if (header?.get("alg") != "RS256" || "crit" in header) throw invalid()
        val kid = textOf(header["kid"])
        if ("kid" in header && kid == null) throw invalid()
        val signature = decodeBase64Url(parts[2]) ?: throw invalid()
        val signed = "${parts[0]}.${parts[1]}".toByteArray(Charsets.US_ASCII)
        val isGood = { candidate: SigningKey -> isSignedBy(candidate.key, signed, signature) }
        // A key that was rotated without a new id, or without any, shows only in this: none fits.
        if (!keys.candidates(kid).any(isGood) && !keys.refetched(kid).any(isGood)) throw invalid()
        val claims = decodeBase64Url(parts[1])?.let(::decodeUtf8)?.let(::parseJsonObject)
            ?: throw Refused(RefusalCode.MALFORMED, "The id_token holds no JSON object")
        return claims to if ("typ" in header) header["typ"] ?: Unit else null
    }

    private fun isSignedBy(key: PublicKey, signed: ByteArray, signature: ByteArray): Boolean =
        try {
            Signature.getInstance("SHA256withRSA").run {
                initVerify(key)
                update(signed)
                verify(signature)
            }
        } catch (_: GeneralSecurityException) {
            false
        }

    private fun checkAudience(claims: JsonObject) {
        val aud = claims["aud"]
        val audiences = aud as? List<*> ?: listOf(aud)
        val partyIsFine =
            if ("azp" in claims) claims["azp"] == registration.appId else audiences.size == 1
        if (registration.appId !in audiences || !partyIsFine)
            throw Refused(RefusalCode.AUDIENCE_MISMATCH)
    }

    private fun checkTimes(claims: JsonObject, launch: Launch) {
        val exp = readTime(claims["exp"])
        val iat = readTime(claims["iat"])
        val nbf = if ("nbf" in claims) readTime(claims["nbf"]) else iat
        val nowS = now() / 1000.0
        val tolerance = registration.clockToleranceS
        if (exp <= nowS - tolerance) throw Refused(RefusalCode.TOKEN_EXPIRED)
        if (exp > nowS + LONGEST_LIFE_S)
            throw Refused(RefusalCode.TIME_INVALID, "The id_token is good for too long")
        val latest = nowS + maxOf(tolerance, AHEAD_S.toLong())
        if (iat > latest || nbf > latest) throw Refused(RefusalCode.TOKEN_NOT_YET_VALID)
        // `iat` is in whole seconds. An older token answers another launch.
        if (iat < Math.floorDiv(launch.at - tolerance * 1000, 1000L))
            throw Refused(RefusalCode.TOKEN_TOO_OLD)
    }

    private fun readTime(value: Any?): Double {
        val time = value as? Double
        if (time == null || !time.isFinite() || time < 0 || time >= LAST_TIME_S)
            throw Refused(RefusalCode.TIME_INVALID)
        return time
    }

    /** The id_token says who it is; the access token must be that person's too. */
    private suspend fun checkAccessToken(session: JsonObject, claims: JsonObject) {
        val token = textOf(session["access_token"])
            ?: throw Refused(RefusalCode.ACCESS_TOKEN_MISSING)
        val mismatch = Refused(RefusalCode.ACCESS_TOKEN_MISMATCH)
        if ("at_hash" in claims) {
            val hash = MessageDigest.getInstance("SHA-256").digest(token.toByteArray())
            if (claims["at_hash"] != encodeBase64Url(hash.copyOf(16))) throw mismatch
            return
        }
        // What can't stand in a header is no token of anybody's.
        if (!token.all { it in '!'..'~' }) throw mismatch
        val me = askGenauth(http, "$issuer/me", token)
        val body = parseJsonObject(me.body)
        if (me.status != 200 || body == null || body["sub"] != claims["sub"]) throw mismatch
    }
}
