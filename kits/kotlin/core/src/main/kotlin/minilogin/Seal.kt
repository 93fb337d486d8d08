package minilogin

import java.math.BigInteger
import java.security.AlgorithmParameters
import java.security.GeneralSecurityException
import java.security.KeyFactory
import java.security.KeyPair
import java.security.MessageDigest
import java.security.PublicKey
import java.security.interfaces.ECPublicKey
import java.security.spec.ECFieldFp
import java.security.spec.ECGenParameterSpec
import java.security.spec.ECParameterSpec
import java.security.spec.ECPoint
import java.security.spec.ECPublicKeySpec
import javax.crypto.Cipher
import javax.crypto.KeyAgreement
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec

private const val COORDINATE_BYTES = 32
private const val TAG_BYTES = 16
private const val IV_BYTES = 12

/**
 * Opens a compact JWE that was sealed with this launch's key: ECDH-ES and A256GCM, which are
 * decided here and never by the answer. https://www.rfc-editor.org/rfc/rfc7518#section-4.6
 */
internal fun openSealed(sealed: String, key: KeyPair): JsonObject {
    val parts = sealed.split('.')
    if (parts.size != 5) throw Refused(RefusalCode.SEAL_BROKEN)
    val header = decodeBase64Url(parts[0])?.let(::decodeUtf8)?.let(::parseJsonObject)
        ?: throw Refused(RefusalCode.SEAL_BROKEN)
    if (header["kid"] != thumbprint(key.public as ECPublicKey))
        throw Refused(RefusalCode.SEAL_MISMATCH)
    val isOurs = header["alg"] == "ECDH-ES" && header["enc"] == "A256GCM" && parts[1].isEmpty()
    // A compressed text of a few bytes can become any number of them.
    if (!isOurs || "zip" in header || "crit" in header) throw Refused(RefusalCode.SEAL_BROKEN)
    val plaintext = try {
        decrypt(parts, header, key)
    } catch (_: GeneralSecurityException) {
        null
    } catch (_: RuntimeException) {
        null // Providers complain of bad points and lengths in many ways.
    }
    return plaintext?.let(::decodeUtf8)?.let(::parseJsonObject)
        ?: throw Refused(RefusalCode.SEAL_BROKEN)
}

private fun decrypt(parts: List<String>, header: JsonObject, key: KeyPair): ByteArray? {
    val sender = readPoint(header["epk"]) ?: return null
    val (iv, ciphertext, tag) = parts.drop(2).map { decodeBase64Url(it) ?: return null }
    if (iv.size != IV_BYTES || tag.size != TAG_BYTES) return null
    val shared = KeyAgreement.getInstance("ECDH").run {
        init(key.private)
        doPhase(sender, true)
        generateSecret()
    }
    val party = { name: String -> (header[name] as? String)?.let(::decodeBase64Url) ?: ByteArray(0) }
    val secret = deriveKey(shared, party("apu"), party("apv"))
    return Cipher.getInstance("AES/GCM/NoPadding").run {
        init(Cipher.DECRYPT_MODE, SecretKeySpec(secret, "AES"), GCMParameterSpec(TAG_BYTES * 8, iv))
        updateAAD(parts[0].toByteArray(Charsets.US_ASCII))
        doFinal(ciphertext + tag)
    }
}

/** Concat KDF, one round. https://www.rfc-editor.org/rfc/rfc7518#section-4.6.2 */
private fun deriveKey(shared: ByteArray, apu: ByteArray, apv: ByteArray): ByteArray {
    val algorithm = "A256GCM".toByteArray()
    return MessageDigest.getInstance("SHA-256").digest(
        int32(1) + shared + int32(algorithm.size) + algorithm + int32(apu.size) + apu +
            int32(apv.size) + apv + int32(256),
    )
}

private fun int32(value: Int) = byteArrayOf(
    (value ushr 24).toByte(), (value ushr 16).toByte(), (value ushr 8).toByte(), value.toByte(),
)

/** A point of P-256. One that is not on the curve would give the private key away bit by bit. */
private fun readPoint(jwk: Any?): PublicKey? {
    if (jwk !is Map<*, *> || jwk["kty"] != "EC" || jwk["crv"] != "P-256") return null
    val (x, y) = listOf("x", "y").map { name ->
        val bytes = textOf(jwk[name])?.let(::decodeBase64Url) ?: return null
        if (bytes.size != COORDINATE_BYTES) return null
        BigInteger(1, bytes)
    }
    val p256 = AlgorithmParameters.getInstance("EC").run {
        init(ECGenParameterSpec("secp256r1"))
        getParameterSpec(ECParameterSpec::class.java)
    }
    val prime = (p256.curve.field as ECFieldFp).p
    val isOnCurve = x < prime && y < prime &&
        y.pow(2).mod(prime) == (x.pow(3) + p256.curve.a * x + p256.curve.b).mod(prime)
    if (!isOnCurve) return null
    return KeyFactory.getInstance("EC").generatePublic(ECPublicKeySpec(ECPoint(x, y), p256))
}

/** The names in the order of RFC 7638, so that its hash is the thumbprint too. */
internal fun publicJwk(key: ECPublicKey): String {
    val x = coordinate(key.w.affineX)
    val y = coordinate(key.w.affineY)
    return """{"crv":"P-256","kty":"EC","x":"$x","y":"$y"}"""
}

private fun coordinate(value: BigInteger): String {
    val bytes = value.toByteArray().takeLast(COORDINATE_BYTES).toByteArray()
    return encodeBase64Url(ByteArray(COORDINATE_BYTES - bytes.size) + bytes)
}

/** https://www.rfc-editor.org/rfc/rfc7638 */
internal fun thumbprint(key: ECPublicKey): String =
    encodeBase64Url(MessageDigest.getInstance("SHA-256").digest(publicJwk(key).toByteArray()))
