package minilogin

/** Why the app refuses an answer. The names are those of docs/host-app.md. */
enum class RefusalCode {
    NOT_PENDING,
    ALREADY_CONCLUDED,
    MALFORMED,
    STATE_MISMATCH,
    UNPROVEN_DELIVERY,
    TOO_LATE,
    DENIED,
    NOT_SEALED,
    SEAL_BROKEN,
    SEAL_MISMATCH,
    SIGNATURE_INVALID,
    NOT_AN_ID_TOKEN,
    ISSUER_MISMATCH,
    AUDIENCE_MISMATCH,
    TIME_INVALID,
    TOKEN_EXPIRED,
    TOKEN_NOT_YET_VALID,
    TOKEN_TOO_OLD,
    SUB_INVALID,
    NONCE_MISMATCH,
    ACCESS_TOKEN_MISSING,
    ACCESS_TOKEN_MISMATCH,
    NETWORK,
    ;

    /** As other kits and the documents write it. */
    val text: String get() = name.lowercase()
}

/** Ends the reading of an answer from wherever it is; `PendingLaunch.receive` gives it as a value. */
class Refused(val code: String, detail: String = code) : Exception(detail) {
    constructor(code: RefusalCode, detail: String = code.text) : this(code.text, detail)

    override fun fillInStackTrace(): Throwable = this
}

/** What became of a delivery. */
sealed interface Outcome {
    /** `claims` are those of the id_token, whose `sub` is the person; `session` holds the tokens. */
    data class SignedIn(val sub: String, val claims: JsonObject, val session: JsonObject) : Outcome

    /** Codes or a ticket, for GenAuth to redeem: `read` has `code` and `phoneInfoCode`, or `ticket`. */
    data class ToRedeem(val read: Map<String, String?>) : Outcome

    /**
     * `pending`: this answer may be anybody's, so the launch still waits. `code` is one of
     * `RefusalCode`, or the mini program's own (`user_cancelled`, ...).
     */
    data class NotSignedIn(val code: String, val pending: Boolean, val detail: String) : Outcome
}
