package minilogin

import java.net.URLEncoder
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.SecureRandom
import java.security.interfaces.ECPublicKey
import java.security.spec.ECGenParameterSpec

/** What the mini program is asked to give back. docs/host-app.md#results */
enum class Contract { SESSION, SEALED, CODES, TICKET }

/** How WeChat hands the text over. */
enum class DeliveredBy(
    /** As the app's server is told. */
    val wechatName: String,
) {
    /** `extMsg` of this. */
    RESP("WXLaunchMiniProgram.Resp"),

    /** `message.messageExt` of this: the person tapped the program's button. */
    SHOW_MESSAGE("ShowMessageFromWX.Req"),
}

/** What the app is registered with. */
data class Registration(
    /** Origin: `https://core.genauth.ai`. */
    val genauth: String,
    /** GenAuth's application id, 24 hexadecimal digits. */
    val appId: String,
    /** Unique ID of the identity source. */
    val connection: String,
    /** For `Contract.TICKET` only. */
    val userPoolId: String = "",
    /** Seconds by which this clock and GenAuth's may differ; each lets a token be as much older. */
    val clockToleranceS: Long = 0,
)

/**
 * What the app keeps until the answer comes. In memory: a launch does not outlive the app, and an
 * answer that comes to a new process is nobody's.
 */
class Launch(
    val contract: Contract,
    /** For `WXLaunchMiniProgram.Req.path`, as it is. */
    val path: String,
    /** ms since 1970. */
    val at: Long,
    /** Null where the contract has none: the answer then proves nothing by itself. */
    val state: String?,
    val nonce: String?,
    /** The one-time key: the answer must then be sealed. */
    val key: KeyPair?,
)

/** What a login may ask for besides its contract. */
data class LaunchPreferences(
    /** `required`, `optional` or `none`. */
    val phone: String? = null,
    val scope: String? = null,
    val lang: String? = null,
    /** `Contract.CODES`: with a `state`, and not with nothing, as the Guard SDK does. */
    val withState: Boolean = false,
)

fun makeLaunch(
    contract: Contract,
    registration: Registration,
    nowMs: Long,
    preferences: LaunchPreferences = LaunchPreferences(),
): Launch {
    val proven = contract == Contract.SESSION || contract == Contract.SEALED
    val state = if (proven || (contract == Contract.CODES && preferences.withState)) randomText() else null
    val nonce = if (proven) randomText() else null
    val key = if (contract == Contract.SEALED) makeOneTimeKey() else null
    val path = when {
        contract == Contract.TICKET -> explorePath(registration, preferences)
        state == null -> ""
        else -> loginPath(contract, registration, preferences, state, nonce, key)
    }
    return Launch(contract, path, nowMs, state, nonce, key)
}

private fun loginPath(
    contract: Contract,
    registration: Registration,
    preferences: LaunchPreferences,
    state: String,
    nonce: String?,
    key: KeyPair?,
): String {
    val fields = listOf(
        "v" to "1",
        "app" to registration.appId,
        "conn" to registration.connection,
        "return" to if (contract == Contract.CODES) "codes" else "session",
        "state" to state,
        "nonce" to nonce,
        "key" to key?.let { encodeBase64Url(publicJwk(it.public as ECPublicKey).toByteArray()) },
        "phone" to preferences.phone,
        "scope" to preferences.scope,
        "lang" to preferences.lang,
    )
    // WeChat cuts a value at `=`, and reads `+` as itself.
    val query = fields.mapNotNull { (name, value) ->
        value?.let { "$name=${URLEncoder.encode(it, "UTF-8").replace("+", "%20")}" }
    }
    return "pages/login/login?${query.joinToString("&")}"
}

/** The older documented launch. */
private fun explorePath(registration: Registration, preferences: LaunchPreferences): String {
    val getPhone = if (preferences.phone == "none") 0 else 1
    val pool = registration.userPoolId
    return "/routes/explore?userPoolId=$pool&getPhone=$getPhone&fromApp=1&useSelfWxapp=0"
}

/** 256 bits that nobody can guess, in letters that WeChat leaves alone. */
fun randomText(): String = encodeBase64Url(ByteArray(32).also { SecureRandom().nextBytes(it) })

private fun makeOneTimeKey(): KeyPair =
    KeyPairGenerator.getInstance("EC").apply { initialize(ECGenParameterSpec("secp256r1")) }
        .generateKeyPair()
