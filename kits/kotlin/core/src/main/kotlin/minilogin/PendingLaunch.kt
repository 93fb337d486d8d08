package minilogin

private const val LAUNCH_LIFE_MS = 600_000L
/** Some phones deliver a text twice. */
private const val REPEATS_FOR_MS = 60_000L

/**
 * The app's one pending launch, for an app that verifies by itself. On Android any app on the phone
 * can start `WXEntryActivity`, so an answer is taken only while a launch waits, only with its
 * `state`, and only once; all else leaves it waiting, or whoever sends it could keep the person out.
 *
 * Call it from one thread, the main one: `receive` only suspends while GenAuth is asked.
 */
class PendingLaunch(
    private val registration: Registration,
    http: Http,
    private val now: () -> Long = System::currentTimeMillis,
) {
    private class Taken(val text: String, val at: Long) {
        var outcome: Outcome? = null
    }

    private val verifier = IdTokenVerifier(registration, http, now)
    private var launch: Launch? = null
    private var taken: Taken? = null

    val isPending: Boolean get() = launch != null

    /** A new launch takes the place of the one before, whose answer is nobody's from now on. */
    fun begin(launch: Launch) {
        this.launch = launch
        taken = null
    }

    fun begin(contract: Contract, preferences: LaunchPreferences = LaunchPreferences()): Launch =
        makeLaunch(contract, registration, now(), preferences).also(::begin)

    /** The person gave up. */
    fun cancel() {
        launch = null
        taken = null
    }

    /** `value` is what the SDK hands over, as it is: null and other things are no answers. */
    suspend fun receive(by: DeliveredBy, value: Any?): Outcome {
        val current = launch ?: return repeat(value)
        val text = value as? String ?: return refuse(Refused(RefusalCode.MALFORMED, "No text"))
        try {
            checkDelivery(by, text, current)
        } catch (refused: Refused) {
            return refuse(refused)
        }
        launch = null
        val mine = Taken(text, now())
        taken = mine
        val outcome = try {
            if (now() - current.at > LAUNCH_LIFE_MS) throw Refused(RefusalCode.TOO_LATE)
            conclude(text, current)
        } catch (refused: Refused) {
            // Nothing was decided: the launch waits on, and the same text counts again.
            if (refused.code == RefusalCode.NETWORK.text && taken === mine) begin(current)
            return refuse(refused).also { if (launch == null) mine.outcome = it }
        }
        mine.outcome = outcome
        return outcome
    }

    private suspend fun conclude(text: String, launch: Launch): Outcome = when (launch.contract) {
        Contract.SESSION, Contract.SEALED -> concludeSession(text, launch)
        Contract.CODES -> Outcome.ToRedeem(readCodes(text))
        Contract.TICKET -> Outcome.ToRedeem(mapOf("ticket" to readTicket(text)))
    }

    private suspend fun concludeSession(text: String, launch: Launch): Outcome {
        val result = parseJsonObject(text)
        if (result?.get("v") != 1.0) throw Refused(RefusalCode.MALFORMED, "Not contract version 1")
        if (result["status"] == "error") throw readError(result["error"])
        if (result["status"] != "ok") throw Refused(RefusalCode.MALFORMED, "No status")
        val key = launch.key
        val content = if (key == null) result else {
            val sealed = result["sealed"] as? String ?: throw Refused(RefusalCode.NOT_SEALED)
            openSealed(sealed, key).also { checkSealed(it, launch) }
        }
        @Suppress("UNCHECKED_CAST")
        val session = content["session"] as? JsonObject
            ?: throw Refused(RefusalCode.MALFORMED, "No session")
        val claims = verifier.verify(session, launch)
        return Outcome.SignedIn(claims["sub"] as String, claims, session)
    }

    /** The seal covers what it belongs to: nothing outside of it is believed. */
    private fun checkSealed(content: JsonObject, launch: Launch) {
        val at = textOf(content["at"])?.let(::readIsoTime)
        val isOurs = content["v"] == 1.0 && content["state"] == launch.state &&
            content["app"] == registration.appId &&
            at != null && at >= launch.at - registration.clockToleranceS * 1000
        if (!isOurs) throw Refused(RefusalCode.SEAL_MISMATCH)
    }

    private fun repeat(value: Any?): Outcome {
        val before = taken ?: return refuse(Refused(RefusalCode.NOT_PENDING))
        val outcome = before.outcome.takeIf { before.text == value && now() - before.at <= REPEATS_FOR_MS }
        return outcome ?: refuse(Refused(RefusalCode.ALREADY_CONCLUDED))
    }

    private fun refuse(refused: Refused) =
        Outcome.NotSignedIn(refused.code, isPending, refused.message ?: refused.code)
}

/** Whether this can be the answer to the launch; before anything else. */
private fun checkDelivery(by: DeliveredBy, text: String, launch: Launch) {
    if (launch.state == null) {
        if (by != DeliveredBy.RESP) throw Refused(RefusalCode.UNPROVEN_DELIVERY)
        if (launch.contract == Contract.TICKET && !TICKET_ANSWER.containsMatchIn(text))
            throw Refused(RefusalCode.MALFORMED, "None of the ticket contract")
        return
    }
    // A refusal in `codes` is the empty text, which can't carry a state.
    if (launch.contract == Contract.CODES && text.isEmpty() && by == DeliveredBy.RESP) return
    val result = parseJsonObject(text) ?: throw Refused(RefusalCode.MALFORMED, "No JSON object")
    if (result["state"] != launch.state) throw Refused(RefusalCode.STATE_MISMATCH)
}

private val PROGRAM_CODE = Regex("[a-z][a-z0-9_]{0,63}")

private fun readError(error: Any?): Refused {
    val fields = error as? Map<*, *> ?: emptyMap<String, Any?>()
    val code = textOf(fields["code"])?.takeIf(PROGRAM_CODE::matches)
        ?: return Refused(RefusalCode.MALFORMED, "The error has no code")
    return Refused(code, textOf(fields["message"]) ?: code)
}

private fun readIsoTime(text: String): Long? =
    try {
        java.time.Instant.parse(text).toEpochMilli()
    } catch (_: java.time.DateTimeException) {
        null
    }
