import minilogin.Contract
import minilogin.DeliveredBy
import minilogin.Http
import minilogin.HttpAnswer
import minilogin.Launch
import minilogin.Outcome
import minilogin.PendingLaunch
import minilogin.Registration
import java.math.BigInteger
import java.security.AlgorithmParameters
import java.security.KeyFactory
import java.security.KeyPair
import java.security.spec.ECGenParameterSpec
import java.security.spec.ECParameterSpec
import java.security.spec.ECPoint
import java.security.spec.ECPrivateKeySpec
import java.security.spec.ECPublicKeySpec
import java.util.Base64

/**
 * Reads vectors from stdin, one thing a line, and says what the kit made of each delivery. Whoever
 * calls it compares: so the kit's own JSON reader has no part in the check. Fields are separated by
 * blanks; `~` stands for nothing, texts are base64.
 */
fun main() {
    var now = 0L
    var keys = ""
    val userinfo = HashMap<String, HttpAnswer>()
    val http = Http { url, bearer ->
        when {
            url.endsWith("/jwks.json") -> HttpAnswer(200, keys)
            else -> userinfo[bearer] ?: HttpAnswer(401, "{}")
        }
    }
    var pending: PendingLaunch? = null
    generateSequence(::readlnOrNull).map { it.split(' ') }.forEach { fields ->
        when (fields[0]) {
            "keys" -> keys = read(fields[1])
            "nobody" -> userinfo.clear()
            "userinfo" ->
                userinfo[read(fields[1])] = HttpAnswer(fields[2].toInt(), read(fields[3]))
            "launch" -> {
                val (contract, state, nonce, at) = fields.drop(1)
                val (genauth, appId, key) = fields.drop(5)
                val registration = Registration(read(genauth), read(appId), "harbor-wechat")
                now = at.toLong()
                pending = PendingLaunch(registration, http) { now }.apply {
                    begin(
                        Launch(
                            Contract.valueOf(contract), "", now, orNull(state), orNull(nonce),
                            orNull(key)?.let(::readKey),
                        ),
                    )
                }
            }
            "deliver" -> {
                val (at, by, kind, text) = fields.drop(1)
                now = at.toLong()
                val value = valueOf(kind, text)
                println(await { pending!!.receive(DeliveredBy.valueOf(by), value) }.asLine())
            }
        }
    }
}

private fun Outcome.asLine(): String = when (this) {
    is Outcome.SignedIn -> "signed-in ${write(sub)}"
    is Outcome.ToRedeem -> read.entries.joinToString(" ", "redeem ") { (name, value) ->
        "$name=${value?.let(::write) ?: "~"}"
    }
    is Outcome.NotSignedIn -> "refused $code $pending"
}

private fun readKey(fields: String): KeyPair {
    val (x, y, d) = fields.split(',').map { BigInteger(1, Base64.getUrlDecoder().decode(it)) }
    val p256 = AlgorithmParameters.getInstance("EC").run {
        init(ECGenParameterSpec("secp256r1"))
        getParameterSpec(ECParameterSpec::class.java)
    }
    val factory = KeyFactory.getInstance("EC")
    return KeyPair(
        factory.generatePublic(ECPublicKeySpec(ECPoint(x, y), p256)),
        factory.generatePrivate(ECPrivateKeySpec(d, p256)),
    )
}

private fun orNull(field: String): String? = if (field == "~") null else read(field)

private fun write(text: String): String =
    if (text.isEmpty()) "~" else Base64.getEncoder().encodeToString(text.toByteArray())
